package dev.dormouse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a configuration to begin with. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Writes a dormouse.yaml for exports of GitHub and Auth0 into a folder; overwrites nothing.",
        footer = {"", "Examples:", "  dormouse init", "  dormouse init my-organisation"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class InitCommand implements Callable<Integer> {

    private static final String FILE = "dormouse.yaml";

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder. Default: this folder.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.isRegularFile(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is a file; name a folder");
        }
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            spec.commandLine().getErr().println("dormouse: " + file + " is there already; nothing was written");
            return Exit.FAILED;
        }
        Files.createDirectories(folder);
        try (InputStream example = InitCommand.class.getResourceAsStream("/examples/github-exports/dormouse.yaml")) {
            if (example == null) {
                throw new IllegalStateException("the program was built without its example");
            }
            Files.copy(example, file);
        }
        spec.commandLine()
                .getOut()
                .println("wrote " + file + "; put your exports beside it, as its first lines say, then: dormouse scan "
                        + folder);
        return Exit.DONE;
    }
}
