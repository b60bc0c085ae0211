package dev.dormouse.cli;

import dev.dormouse.app.Scan;
import dev.dormouse.app.Scan.Result;
import dev.dormouse.app.Scan.Summary;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Judges and changes nothing. Its options are declared without annotations, unlike those of the other commands: Java needs
 * a tenth of a second to read the first annotations, and a small scan has half a second in all.
 */
final class ScanCommand implements Callable<Integer> {

    static final String NAME = "scan";

    private final CommandSpec spec;
    private final Duration firstPause;
    private final Supplier<Scan.Store> prepared;

    private final PositionalParamSpec folder = PositionalParamSpec.builder()
            .arity("0..1")
            .paramLabel("DIR")
            .type(Path.class)
            .description("The folder with dormouse.yaml; instead of --config.")
            .build();

    private final OptionSpec config = OptionSpec.builder("--config")
            .paramLabel("DIR")
            .type(Path.class)
            .description(Where.CONFIG)
            .build();

    private final OptionSpec now = OptionSpec.builder("--now")
            .paramLabel("INSTANT")
            .type(Instant.class)
            .converters(new ToInstant())
            .description(Where.NOW)
            .build();

    private final OptionSpec workflow = OptionSpec.builder("--workflow")
            .paramLabel("NAME")
            .type(String.class)
            .description("Only this workflow. Default: all.")
            .build();

    private final OptionSpec output = OptionSpec.builder("--output")
            .paramLabel("FORM")
            .type(Output.class)
            .defaultValue("table")
            .description("${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
            .build();

    private ScanCommand(Duration firstPause, IFactory factory, Supplier<Scan.Store> prepared) {
        spec = CommandSpec.wrapWithoutInspection(this, factory).name(NAME);
        this.firstPause = firstPause;
        this.prepared = prepared;
        spec.addPositional(folder);
        List.of(config, now, workflow, output).forEach(spec::addOption);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        spec.versionProvider(new Version());
        spec.usageMessage()
                .description("Reads everything, judges every account, and shows who is dormant. Changes nothing.")
                .footer(
                        "",
                        "Examples:",
                        "  dormouse scan",
                        "  dormouse scan exports --now 2024-06-19T12:00:00Z --output json",
                        "  dormouse scan --workflow github-dormant-members --output csv > dormant.csv");
    }

    /** @param firstPause before a failed reading call is repeated */
    static CommandLine line(Duration firstPause, IFactory factory) {
        return new CommandLine(new ScanCommand(firstPause, factory, Scan::prepare).spec, factory);
    }

    /** The same, for a process that does nothing else: the store is being opened while the command line is read. */
    static CommandLine soleLine(Duration firstPause, IFactory factory) {
        Scan.Store store = Scan.prepare();
        return new CommandLine(new ScanCommand(firstPause, factory, () -> store).spec, factory);
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Where where = new Where(firstPause, config.getValue(), now.getValue());
        String only = workflow.getValue();
        try (Scan.Store store = prepared.get();
                Workspace workspace = where.open(folder.getValue(), new ConsoleProgress(err))) {
            List<Workflow> workflows = only == null
                    ? workspace.configuration().workflows().stream()
                            .filter(one -> one.trigger() == Workflow.Trigger.DORMANCY)
                            .toList()
                    : List.of(workspace.workflow(only));
            ScanReport report = new ScanReport(workflows);
            Summary summary = new Scan(workspace, store).run(workflows, report);
            report.print(output.getValue(), spec.commandLine().getOut(), summary);
            return complaints(summary, err);
        }
    }

    private static int complaints(Summary summary, PrintWriter err) {
        int exit = Exit.DONE;
        for (Result result : summary.results().values()) {
            for (SourceHealth health : result.health()) {
                if (!health.healthy()) {
                    exit = Exit.UNHEALTHY;
                }
            }
            Complaints.sources(err, result.health());
            Complaints.exemptions(err, result.staleExemptions());
        }
        return exit;
    }
}
