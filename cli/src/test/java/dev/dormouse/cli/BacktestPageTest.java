package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.backtest.Backtested;
import dev.dormouse.core.backtest.SeatPrice;
import dev.dormouse.core.backtest.Summary;
import dev.dormouse.core.observations.BacktestCell;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.History.Trace;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.WorkflowReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestPageTest {

    private static final Instant AS_OF = Instant.parse("2024-12-31T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void the_table_states_rates_with_their_interval_money_and_what_is_left_out() {
        String text = print(BacktestText::table);
        assertThat(text)
                .contains("used again in 30 d (95 %)", "30 days", "EUR")
                .contains("the last 90 days cannot be followed for 90 days and are left out of that rate")
                .contains("In brackets the Wilson interval (95 %)")
                .doesNotContain("NaN");
    }

    @Test
    void the_page_needs_no_network_and_holds_every_day() throws IOException {
        String page = print(BacktestPage::print);
        Files.writeString(folder.resolve("backtest.html"), page);
        assertThat(page)
                .contains("How often would licences have been wrong?", "echarts.init", "\"day\" : \"2024-03-01\"")
                .doesNotContain("{{", "src=\"http", "href=\"http", "@import");
    }

    @Test
    void json_counts_every_day_of_every_threshold() {
        assertThat(print(BacktestJson::print).split("\"day\" :", -1)).hasSize(6 * 366 + 1);
    }

    private static String print(BiConsumer<Backtested, PrintWriter> form) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        form.accept(tested(), out);
        out.flush();
        return text.toString();
    }

    private static Backtested tested() {
        var workflow = WorkflowReader.reread("""
                workflow: licences
                applications: [github/acme]
                select: {sources: [log], inactiveFor: 90d}
                ---
                zone: Europe/London
                applications: [github/acme]
                sources:
                  log: [github/acme]
                channels: []
                addressed: []
                templates: []
                """, "licences");
        Question question = new Question(workflow, AS_OF, List.of(), Map.of());
        History history = new History(question, List.of(new Trace("log", "github/acme", null, Need.REQUIRED, true)));
        BacktestPlan plan = new BacktestPlan(
                history, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), List.of(30, 45, 60, 90, 120, 180));
        SeatPrice price = Objects.requireNonNull(SeatPrice.parse("4.00 EUR per month"));
        return new Summary(plan, AS_OF, Map.of("github/acme", price)).of(cells(plan), List.of("A note."));
    }

    private static List<BacktestCell> cells(BacktestPlan plan) {
        Random random = new Random(7);
        List<BacktestCell> cells = new ArrayList<>();
        for (int threshold : plan.thresholds()) {
            double standing = 9_000.0 / threshold;
            for (int day = 0; day < 366; day++) {
                long selected = 5 + random.nextLong(2_000L / threshold);
                standing += random.nextGaussian() * 3 + 0.1;
                long used = Math.round(selected * 9.0 / threshold);
                cells.add(new BacktestCell(
                        "github/acme",
                        threshold,
                        day,
                        1_000,
                        selected,
                        Math.round(standing),
                        List.of(used / 2, used * 3 / 4, used),
                        List.of(used / 2, used, used)));
            }
        }
        return cells;
    }
}
