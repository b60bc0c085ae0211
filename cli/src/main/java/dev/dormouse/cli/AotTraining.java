package dev.dormouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * Runs the commands of a file, one per line, in one process, so that the JVM can record what a start needs. The
 * launcher calls it after a build. The words of a line are separated by blanks; {@code @DIR} stands for the folder of
 * the file. What the commands print is thrown away, and a command that fails is no failure here: it was still started.
 */
final class AotTraining {

    private AotTraining() {}

    public static void main(String[] args) throws IOException {
        Path commands = Path.of(args[0]).toAbsolutePath();
        String folder = String.valueOf(commands.getParent());
        for (String line : Files.readAllLines(commands)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                run(line.replace("@DIR", folder).strip().split(" +"));
            }
        }
        // As a command starts and ends.
        Main.main(new String[] {"--version"});
    }

    private static void run(String[] words) {
        CommandLine command = DormouseCommand.commandLineFor(words);
        boolean known = words[0].startsWith("-") || command.getSubcommands().containsKey(words[0]);
        if (known) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            command.setOut(nowhere).setErr(nowhere).execute(words);
        }
    }
}
