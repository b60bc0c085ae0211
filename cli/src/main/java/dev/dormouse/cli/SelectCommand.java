package dev.dormouse.cli;

import dev.dormouse.app.SelectFree;
import dev.dormouse.app.SelectFree.Seat;
import dev.dormouse.app.SelectFree.Selected;
import dev.dormouse.app.Workspace;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** So many seats, with the least regret. */
@Command(
        name = "select",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the seats whose removal is least likely to be regretted: of the accounts that the "
                    + "workflow calls dormant, those that the history makes least likely to be used within 90 days.",
            "Changes nothing."
        },
        footer = {
            "",
            "Examples:",
            "  dormouse select licences --free 100",
            "  dormouse select licences --free 20 --output csv"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class SelectCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("application", "account", "lastActivity", "silentDays", "earlierSilences", "usedWithin90Days");

    @Mixin
    private Where where;

    @Mixin
    private Form form;

    @Parameters(paramLabel = "WORKFLOW", description = "The workflow that says who is dormant.")
    private String workflow;

    @Option(names = "--free", paramLabel = "SEATS", required = true, description = "How many seats are wanted.")
    private int free;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (free < 1) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "--free must be at least 1, not " + free);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Workspace workspace = where.open(null, new ConsoleProgress(err))) {
            Selected selected = new SelectFree(workspace).run(workflow, free);
            List<List<@Nullable String>> rows = new ArrayList<>();
            selected.seats().forEach(seat -> rows.add(row(seat, selected.areGrants())));
            form.output().print(out, selected.areGrants() ? withEntitlement() : COLUMNS, rows);
            (form.output() == Output.TABLE ? out : err).println(sentence(selected));
            selected.notes().forEach(err::println);
            out.flush();
            err.flush();
            return Exit.DONE;
        }
    }

    private static List<String> withEntitlement() {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.add("entitlement");
        return columns;
    }

    private String sentence(Selected selected) {
        int found = selected.seats().size();
        String fewer = found < free ? ", as no more are dormant" : " of " + selected.dormant() + " dormant";
        return String.format(
                Locale.ROOT,
                "%d seats%s; expected to be used again within 90 days: %.1f of them",
                found,
                fewer,
                selected.expectedReturns());
    }

    private static List<@Nullable String> row(Seat seat, boolean areGrants) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(seat.judged().key().application());
        row.add(seat.judged().login());
        row.add(seat.lastActivity() == null ? null : seat.lastActivity().toString());
        row.add(String.valueOf(seat.silent().toDays()));
        row.add(String.valueOf(seat.earlier()));
        row.add(String.format(Locale.ROOT, "%.4f", seat.odds()));
        if (areGrants) {
            row.add(seat.judged().entitlement());
        }
        return row;
    }
}
