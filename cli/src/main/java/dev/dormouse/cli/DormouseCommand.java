package dev.dormouse.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself, without a subcommand: shows the help. */
@Command(
        name = "dormouse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds accounts that nobody uses, asks, removes step by step, and can give back.",
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            ScanCommand.class,
            RunCommand.class,
            ApproveCommand.class,
            ReleaseCommand.class,
            CasesCommand.class,
            ExplainCommand.class,
            RestoreCommand.class,
            JournalCommand.class,
        },
        footer = {
            "",
            "The usual way:",
            "  dormouse init                 writes a dormouse.yaml to begin with",
            "  dormouse check                says what is wrong with it, with line and column",
            "  dormouse scan                 shows who is dormant; changes nothing",
            "  dormouse run                  the first pass of a workflow is a plan",
            "  dormouse approve WORKFLOW     lets the next passes act",
            "  dormouse run                  every day: asks, reminds, removes, reports",
            "",
            "Exit codes: 0 done, 2 wrong usage or configuration, 3 stopped by a guard, 4 a source is unhealthy,",
            "1 anything else."
        })
final class DormouseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    static CommandLine commandLine() {
        return commandLine(Duration.ofSeconds(1));
    }

    /** @param firstPause before a failed reading call is repeated */
    static CommandLine commandLine(Duration firstPause) {
        return new CommandLine(new DormouseCommand(), new Factory(firstPause))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failure::report)
                .setParameterExceptionHandler(Failure::wrongUsage);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.USAGE;
    }

    /** Makes what picocli asks for; the options that all commands share know how patient to be. */
    private record Factory(Duration firstPause) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == Where.class
                    ? type.cast(new Where(firstPause))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
