package dev.dormouse.cli;

import dev.dormouse.cli.demo.DemoCommand;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself, without a subcommand: shows the help. */
@Command(
        name = "dormouse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds accounts that nobody uses, asks, removes step by step, and can give back.",
        footer = {
            "",
            "See the whole job on a made-up organisation:  dormouse demo",
            "",
            "The usual way:",
            "  dormouse init                 writes a dormouse.yaml to begin with",
            "  dormouse check                says what is wrong with it, with line and column",
            "  dormouse scan                 shows who is dormant; changes nothing",
            "  dormouse run                  the first pass of a workflow is a plan",
            "  dormouse approve WORKFLOW     lets the next passes act",
            "  dormouse run                  every day: asks, reminds, removes, reports",
            "",
            "Exit codes: 0 done, 2 wrong usage or configuration, 3 stopped by a guard,",
            "4 a source is unhealthy, 1 anything else."
        })
final class DormouseCommand implements Callable<Integer> {

    /** In the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            InitCommand.class,
            CheckCommand.class,
            ScanCommand.class,
            RunCommand.class,
            ApproveCommand.class,
            ReleaseCommand.class,
            CasesCommand.class,
            ExplainCommand.class,
            BacktestCommand.class,
            SelectCommand.class,
            SourcesCommand.class,
            RestoreCommand.class,
            JournalCommand.class,
            SacCommand.class,
            ActivityCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    static CommandLine commandLine() {
        return commandLine(Duration.ofSeconds(1));
    }

    /** @param firstPause before a failed reading call is repeated */
    static CommandLine commandLine(Duration firstPause) {
        return with(firstPause, COMMANDS);
    }

    /** Knows the command that these words begin with alone: to learn about all of them takes longer than a small scan. */
    static CommandLine commandLineFor(String... words) {
        Duration firstPause = Duration.ofSeconds(1);
        String first = words.length == 0 ? "" : words[0];
        if (first.equals(ScanCommand.NAME)) {
            IFactory factory = new Factory(firstPause);
            CommandLine scan = ScanCommand.soleLine(firstPause, factory);
            CommandSpec root = CommandSpec.wrapWithoutInspection(null, factory).name("dormouse");
            return ready(new CommandLine(root.addSubcommand(ScanCommand.NAME, scan), factory));
        }
        List<Class<?>> asked = COMMANDS.stream()
                .filter(one -> one != ScanCommand.class && name(one).equals(first))
                .toList();
        return with(firstPause, asked.isEmpty() ? COMMANDS : asked);
    }

    private static CommandLine with(Duration firstPause, List<Class<?>> commands) {
        IFactory factory = new Factory(firstPause);
        CommandLine line = new CommandLine(new DormouseCommand(), factory);
        commands.forEach(command -> line.addSubcommand(
                command == ScanCommand.class
                        ? ScanCommand.line(firstPause, factory)
                        : new CommandLine(command, factory)));
        line.addSubcommand(help());
        Words.register(line);
        return ready(line);
    }

    private static CommandLine help() {
        CommandLine help = new CommandLine(new HelpCommand());
        help.getCommandSpec().usageMessage().footer("", "Example:", "  dormouse help scan");
        return help;
    }

    private static CommandLine ready(CommandLine line) {
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failure::report)
                .setParameterExceptionHandler(Failure::wrongUsage);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.USAGE;
    }

    /**
     * Makes what picocli asks for; the options that all commands share know how patient to be. Picocli's own factory is not
     * touched before it is needed, as it opens every library to look whether Groovy is there.
     */
    private record Factory(Duration firstPause) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == Where.class
                    ? type.cast(new Where(firstPause))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
