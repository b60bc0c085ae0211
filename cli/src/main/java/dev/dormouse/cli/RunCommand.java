package dev.dormouse.cli;

import dev.dormouse.app.RunPass;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.ledger.WorkflowStatus.Plan;
import dev.dormouse.core.ledger.WorkflowStatus.Quarantine;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.engine.PassResult;
import dev.dormouse.engine.SetChange;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One pass. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Does one pass and ends: reads everything, judges, asks, reminds, removes what is due, reports.",
            "The first pass of a new workflow is a plan that changes nothing. Run it daily, for example by cron."
        },
        footer = {"", "Examples:", "  dormouse run", "  dormouse run --config /etc/dormouse --output json"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class RunCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "workflow",
            "state",
            "dormant",
            "active",
            "exempt",
            "unknown",
            "selected",
            "announced",
            "reminded",
            "held",
            "removed",
            "returned",
            "needsPerson",
            "note");

    @Mixin
    private Where where;

    @Mixin
    private Form form;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (Workspace workspace = where.open(null, new ConsoleProgress(err))) {
            RunPass.Done done = new RunPass(workspace).run();
            Complaints.sources(err, done.health());
            List<List<@Nullable String>> rows = new ArrayList<>();
            for (PassResult result : done.results()) {
                rows.add(row(result));
                result.staleExemptions()
                        .forEach(
                                entry -> err.println("warning: the exemption '" + entry + "' matches nobody any more"));
            }
            form.output().print(spec.commandLine().getOut(), COLUMNS, rows);
            return exit(done);
        }
    }

    private static int exit(RunPass.Done done) {
        if (done.results().stream().anyMatch(result -> result.status().quarantine() != null)) {
            return Exit.GUARD;
        }
        boolean kept = done.results().stream()
                .allMatch(result ->
                        result.set() == null || result.set().obstacle().isEmpty());
        if (!kept || !done.health().stream().allMatch(SourceHealth::healthy)) {
            return Exit.UNHEALTHY;
        }
        return done.results().stream().allMatch(result -> result.obstacles().isEmpty()) ? Exit.DONE : Exit.FAILED;
    }

    private static List<@Nullable String> row(PassResult result) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(result.workflow());
        row.add(state(result));
        row.add(Long.toString(result.tally().dormant()));
        row.add(Long.toString(result.tally().active()));
        row.add(Long.toString(result.tally().exempt()));
        row.add(Long.toString(result.tally().unknown()));
        row.add(Long.toString(result.selected()));
        for (String event : List.of("announced", "reminded", "held", "removed", "returned", "needs-person")) {
            row.add(Long.toString(result.count(event)));
        }
        row.add(note(result));
        return row;
    }

    private static String state(PassResult result) {
        if (result.status().quarantine() != null) {
            return "quarantine";
        }
        return result.status().plan() == null ? "done" : "plan";
    }

    private static String obstacles(List<String> obstacles) {
        return obstacles.isEmpty()
                ? ""
                : obstacles.size() + " not done, tried again by a later run: " + obstacles.getFirst();
    }

    private static String note(PassResult result) {
        Quarantine quarantine = result.status().quarantine();
        if (quarantine != null) {
            return quarantine.reason() + "; go on with: dormouse release " + result.workflow();
        }
        Plan plan = result.status().plan();
        SetChange set = result.set();
        if (plan == null || (set != null && !set.obstacle().isEmpty())) {
            return set == null ? obstacles(result.obstacles()) : set.words();
        }
        return "version " + plan.version() + " would "
                + (set == null
                        ? "ask " + plan.selected() + " of " + plan.inScope() + " accounts"
                        : "change " + set.words())
                + "; nothing was done; go on with: dormouse approve " + result.workflow()
                + (result.guardWarning().isEmpty() ? "" : "; then a guard will stop it: " + result.guardWarning());
    }
}
