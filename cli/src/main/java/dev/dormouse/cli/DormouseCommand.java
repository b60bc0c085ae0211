package dev.dormouse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself, without a subcommand: shows the help. */
@Command(
        name = "dormouse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds accounts that nobody uses, asks, removes step by step, and can give back.")
final class DormouseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    static CommandLine commandLine() {
        return new CommandLine(new DormouseCommand());
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
