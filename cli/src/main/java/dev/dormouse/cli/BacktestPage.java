package dev.dormouse.cli;

import dev.dormouse.core.backtest.Backtested;
import dev.dormouse.core.observations.BacktestPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A backtest as one page that needs nothing else: charts, table and explanation. */
final class BacktestPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    /** Where the build lays it. */
    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";

    private BacktestPage() {}

    static void print(Backtested tested, PrintWriter out) {
        BacktestPlan plan = tested.plan();
        Map<String, String> values = Map.of(
                "workflow", text(plan.history().question().workflow().name()),
                "from", plan.from().toString(),
                "to", plan.to().toString(),
                "count", String.valueOf(plan.thresholds().size()),
                "zone", text(plan.history().zone().getId()),
                "asOf", tested.asOf().toString(),
                "table", table(BacktestText.columns(tested), BacktestText.rows(tested)),
                "notes",
                        BacktestText.notes(tested).stream()
                                .map(note -> "<li>" + text(note) + "</li>")
                                .collect(Collectors.joining("\n")),
                "echarts", resource(ECHARTS),
                "data", data(tested));
        out.print(PLACE.matcher(resource("backtest.html"))
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), ""))));
    }

    /** Nothing in a text of ours can end the element it stands in. */
    private static String data(Backtested tested) {
        StringWriter data = new StringWriter();
        BacktestJson.print(tested, new PrintWriter(data));
        return data.toString().replace("<", "\\u003c");
    }

    private static String table(List<String> columns, List<List<@Nullable String>> rows) {
        StringBuilder table = new StringBuilder("<table><thead><tr>");
        columns.forEach(column -> table.append("<th>").append(text(column)).append("</th>"));
        table.append("</tr></thead><tbody>");
        for (List<@Nullable String> row : rows) {
            table.append("<tr>");
            row.forEach(cell ->
                    table.append("<td>").append(cell == null ? "–" : text(cell)).append("</td>"));
            table.append("</tr>");
        }
        return table.append("</tbody></table>").toString();
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(BacktestPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
