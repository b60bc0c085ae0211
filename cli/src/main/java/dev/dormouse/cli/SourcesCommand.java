package dev.dormouse.cli;

import dev.dormouse.app.Explain.Evidence;
import dev.dormouse.app.Sources;
import dev.dormouse.app.Sources.Answer;
import dev.dormouse.app.Sources.Row;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.observations.SourceHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How far each source can be trusted. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = {
            "Shows for each source how fresh it is, since when it is complete, how many records it "
                    + "delivered and usually does, how many could not be read, and the share of the accounts that "
                    + "it knows.",
            "Answers from what the last run read; where there was none, or with --fresh, reads everything now.",
            "What is wrong follows on standard error."
        },
        footer = {
            "",
            "Examples:",
            "  dormouse sources",
            "  dormouse sources --fresh --output json",
            "",
            "Exits with 4 when a source is unhealthy."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
final class SourcesCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "source",
            "application",
            "health",
            "asOf",
            "completeFrom",
            "records",
            "usual",
            "unreadable",
            "coverage",
            "joined");

    @Mixin
    private Where where;

    @Mixin
    private Form form;

    @Option(names = "--fresh", description = "Read everything now, instead of what the last run read.")
    private boolean fresh;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace workspace =
                where.open(null, new ConsoleProgress(spec.commandLine().getErr()))) {
            Answer answer = new Sources(workspace).read(fresh ? Evidence.FRESH : Evidence.LAST_PASS);
            List<Row> rows = answer.rows();
            if (form.output() == Output.TABLE) {
                LastPass.tell(spec.commandLine().getErr(), answer.lastPassUpTo());
            }
            List<List<@Nullable String>> cells = new ArrayList<>();
            rows.forEach(row -> cells.add(cells(row)));
            form.output().print(spec.commandLine().getOut(), COLUMNS, cells);
            List<SourceHealth> health = rows.stream().map(Row::health).toList();
            rows.forEach(row -> JoinText.print(spec.commandLine().getErr(), row.joins()));
            Complaints.sources(spec.commandLine().getErr(), health);
            return health.stream().allMatch(SourceHealth::healthy) ? Exit.DONE : Exit.UNHEALTHY;
        }
    }

    private static List<@Nullable String> cells(Row row) {
        SourceHealth health = row.health();
        Double coverage = row.coverage();
        return Arrays.asList(
                health.source(),
                health.application(),
                health.healthy() ? "healthy" : "unhealthy",
                text(health.asOf()),
                text(health.completeFrom()),
                Long.toString(health.records()),
                row.usual() == null ? null : row.usual().toString(),
                Long.toString(health.unreadable()),
                coverage == null ? null : String.format(Locale.ROOT, "%.1f %%", 100 * coverage),
                row.joins() == null ? null : JoinText.share(row.joins()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
