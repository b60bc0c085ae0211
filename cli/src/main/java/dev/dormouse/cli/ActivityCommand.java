package dev.dormouse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What has to do with activity. */
@Command(
        name = "activity",
        mixinStandardHelpOptions = true,
        subcommands = ActivityReadCommand.class,
        description = "Shows what is made of logs.",
        footer = {"", "Example:", "  dormouse activity read audit.jsonl.gz"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class ActivityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.USAGE;
    }
}
