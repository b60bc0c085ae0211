package dev.dormouse.cli;

import dev.dormouse.app.Scan;
import dev.dormouse.app.Scan.Result;
import dev.dormouse.app.Scan.Summary;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges and changes nothing. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Reads everything, judges every account, and shows who is dormant. Changes nothing.",
        footer = {
            "",
            "Examples:",
            "  dormouse scan",
            "  dormouse scan exports --now 2024-06-19T12:00:00Z --output json",
            "  dormouse scan --workflow github-dormant-members --output csv > dormant.csv"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class ScanCommand implements Callable<Integer> {

    @Mixin
    private Where where;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder with dormouse.yaml; instead of --config.")
    private @Nullable Path folder;

    @Option(names = "--workflow", paramLabel = "NAME", description = "Only this workflow. Default: all.")
    private @Nullable String workflow;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (Scan.Store store = Scan.prepare();
                Workspace workspace = where.open(folder, new ConsoleProgress(err))) {
            List<Workflow> workflows = workflow == null
                    ? workspace.configuration().workflows().stream()
                            .filter(one -> one.trigger() == Workflow.Trigger.DORMANCY)
                            .toList()
                    : List.of(workspace.workflow(workflow));
            ScanReport report = new ScanReport(workflows);
            Summary summary = new Scan(workspace, store).run(workflows, report);
            report.print(output, spec.commandLine().getOut(), summary);
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
