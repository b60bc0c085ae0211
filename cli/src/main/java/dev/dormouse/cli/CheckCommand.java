package dev.dormouse.cli;

import dev.dormouse.app.ConfigurationCheck;
import dev.dormouse.app.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with a configuration. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is wrong in dormouse.yaml and the workflows, templates and mappings that it names, with line "
                    + "and column. Looks neither at the network nor at the files that sources read."
        },
        footer = {"", "Example:", "  dormouse check --config /etc/dormouse"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder with dormouse.yaml; instead of --config.")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace =
                where.open(folder, new ConsoleProgress(spec.commandLine().getErr()))) {
            List<String> faults = new ConfigurationCheck(workspace).faults();
            faults.forEach(spec.commandLine().getErr()::println);
            if (!faults.isEmpty()) {
                return Exit.USAGE;
            }
            spec.commandLine().getOut().println(new ConfigurationCheck(workspace).summary());
            return Exit.DONE;
        }
    }
}
