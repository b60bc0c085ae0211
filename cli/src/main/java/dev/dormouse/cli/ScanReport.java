package dev.dormouse.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dormouse.app.Scan;
import dev.dormouse.app.Scan.Summary;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Judgement;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.SetChange;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what a scan finds and prints it. */
final class ScanReport implements Scan.Listener {

    private static final List<String> COLUMNS = List.of("application", "account", "lastActivity", "source", "reason");

    /** In the order in which they are printed; active accounts are only counted. */
    private static final List<Answer> SHOWN = List.of(Answer.DORMANT, Answer.UNKNOWN, Answer.EXEMPT);

    private final Map<Answer, List<List<@Nullable String>>> rows = new EnumMap<>(Answer.class);
    private final boolean withWorkflow;

    /** The names of the workflows that judge each entitlement for itself; rows name it where there are any. */
    private final Set<String> aboutGrants;

    ScanReport(List<Workflow> workflows) {
        this.withWorkflow = workflows.size() > 1;
        this.aboutGrants = workflows.stream()
                .filter(workflow -> workflow.selection().isAboutGrants())
                .map(Workflow::name)
                .collect(Collectors.toSet());
        SHOWN.forEach(answer -> rows.put(answer, new ArrayList<>()));
    }

    @Override
    public void judged(Workflow workflow, Judged one, Supplier<Judgement> judgement) {
        List<List<@Nullable String>> list = rows.get(one.answer());
        if (list == null) {
            return;
        }
        Judgement known = judgement.get();
        List<@Nullable String> row = new ArrayList<>();
        row.add(one.key().application());
        row.add(one.login());
        row.add(known.lastActivity() == null ? null : known.lastActivity().toString());
        row.add(known.source());
        row.add(known.reason());
        if (!aboutGrants.isEmpty()) {
            row.add(one.entitlement());
        }
        if (withWorkflow) {
            row.add(workflow.name());
        }
        list.add(row);
    }

    void print(Output output, PrintWriter out, Summary summary) {
        if (output == Output.JSON) {
            Output.json(out, generator -> json(generator, summary));
            return;
        }
        List<List<@Nullable String>> all = new ArrayList<>();
        for (Answer answer : SHOWN) {
            for (List<@Nullable String> row : rows.getOrDefault(answer, List.of())) {
                List<@Nullable String> labelled = new ArrayList<>();
                labelled.add(answer.name().toLowerCase(Locale.ROOT));
                labelled.addAll(row);
                all.add(labelled);
            }
        }
        List<String> columns = new ArrayList<>(List.of("answer"));
        columns.addAll(columns());
        output.print(out, columns, all);
        if (output == Output.TABLE) {
            out.println();
            summary.results().forEach((name, result) -> {
                out.println(name + ": " + sentence(result.tally(), aboutGrants.contains(name) ? "grants" : "accounts"));
                if (result.set() != null) {
                    out.println(name + ": " + result.set().words());
                }
            });
            out.flush();
        }
    }

    private static String sentence(Tally tally, String subjects) {
        return tally.dormant() + " dormant, " + tally.active() + " active, " + tally.exempt() + " exempt, "
                + tally.unknown() + " unknown of " + tally.inScope() + " " + subjects;
    }

    private void json(JsonGenerator generator, Summary summary) throws IOException {
        generator.writeStartObject();
        for (Answer answer : SHOWN) {
            generator.writeArrayFieldStart(answer.name().toLowerCase(Locale.ROOT));
            for (List<@Nullable String> row : rows.getOrDefault(answer, List.of())) {
                Output.object(generator, columns(), row);
            }
            generator.writeEndArray();
        }
        generator.writeNumberField(
                "active",
                summary.results().values().stream()
                        .mapToLong(result -> result.tally().active())
                        .sum());
        sets(generator, summary);
        generator.writeEndObject();
    }

    /** Only where a workflow keeps one. */
    private static void sets(JsonGenerator generator, Summary summary) throws IOException {
        if (summary.results().values().stream().allMatch(result -> result.set() == null)) {
            return;
        }
        generator.writeArrayFieldStart("sets");
        for (Map.Entry<String, Scan.Result> result : summary.results().entrySet()) {
            SetChange set = result.getValue().set();
            if (set != null) {
                generator.writeStartObject();
                generator.writeStringField("workflow", result.getKey());
                generator.writeStringField("set", set.set());
                logins(generator, "added", set.added());
                logins(generator, "removed", set.removed());
                logins(generator, "members", set.after());
                generator.writeStringField("obstacle", set.obstacle());
                generator.writeEndObject();
            }
        }
        generator.writeEndArray();
    }

    private static void logins(JsonGenerator generator, String field, List<String> logins) throws IOException {
        generator.writeArrayFieldStart(field);
        for (String login : logins) {
            generator.writeString(login);
        }
        generator.writeEndArray();
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (!aboutGrants.isEmpty()) {
            columns.add("entitlement");
        }
        if (withWorkflow) {
            columns.add("workflow");
        }
        return columns;
    }
}
