package dev.dormouse.sac;

import dev.dormouse.core.sets.SetAction;
import dev.dormouse.sac.RowTest.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the workflows that mean what a data file says, one YAML document a row. */
public final class WorkflowText {

    private static final String APPLICATION = "sac/exports";

    private final StringBuilder text = new StringBuilder();
    private final Set<String> names = new HashSet<>();

    private WorkflowText() {}

    public static String of(DataFile file) {
        WorkflowText workflows = new WorkflowText();
        for (Row row : file.rows()) {
            workflows.document(file, row);
        }
        return workflows.text.toString();
    }

    private void document(DataFile file, Row row) {
        text.append("---\n# ").append(comment(file.name())).append(", line ").append(row.line());
        if (row.displayName() != null && !row.displayName().isBlank()) {
            text.append(": ").append(comment(row.displayName()));
        }
        text.append('\n');
        switch (row) {
            case UsersRow users -> users(users);
            case TeamsRow onTeam -> onTeam(onTeam);
        }
    }

    private void users(UsersRow row) {
        List<String> obstacles = new ArrayList<>(row.missing());
        if (!row.hasTests()) {
            obstacles.add("no test is switched on, so nobody is meant");
        }
        if (SetAction.find(row.action()) == null) {
            obstacles.add(Wording.unknownAction(row.action(), List.of(SetAction.values()), null));
        }
        if (!obstacles.isEmpty()) {
            obstacles.forEach(
                    one -> text.append("# not converted: ").append(comment(one)).append('\n'));
            return;
        }
        Wording.warnings(row)
                .forEach(one -> text.append("# mind: ").append(comment(one)).append('\n'));
        head(row.team());
        List<String> sources = new ArrayList<>();
        if (row.asks(Evidence.ACTIVITIES)) {
            sources.add("activity-log");
        }
        if (row.asks(Evidence.CONTENT)) {
            sources.add("content");
        }
        if (!sources.isEmpty()) {
            text.append("  sources: [").append(String.join(", ", sources)).append("]\n");
        }
        text.append("  when: ").append(quoted(row.condition())).append('\n');
        if (row.condition().contains("grants.any(") && !row.ignored().patterns().isEmpty()) {
            text.append("  ignoring:\n");
            row.ignored()
                    .patterns()
                    .forEach(one -> text.append("    - ").append(quoted(one)).append('\n'));
        }
        if (!row.excluded().isEmpty()) {
            text.append("exempt:\n  accounts:\n");
            row.excluded()
                    .forEach(one -> text.append("    - ").append(quoted(one)).append('\n'));
        }
        output(row.team(), row.action());
    }

    /** Whoever holds the one team is meant. */
    private void onTeam(TeamsRow row) {
        SetAction action = SetAction.find(row.action());
        if (action == null || !TeamsRow.ACTIONS.contains(action)) {
            text.append("# not converted: ")
                    .append(
                            row.action().equals(TeamsRow.KEEP)
                                    ? "the users of the team are left as they are"
                                    : comment(Wording.unknownAction(row.action(), TeamsRow.ACTIONS, TeamsRow.KEEP)))
                    .append('\n');
            return;
        }
        head(row.team());
        text.append("  when: ")
                .append(quoted("grants.has(" + Cel.text("team:" + row.source()) + ")"))
                .append('\n');
        output(row.team(), row.action());
    }

    private void head(String team) {
        text.append("workflow: ").append(name(team)).append('\n');
        text.append("applications: [").append(APPLICATION).append("]\nselect:\n");
    }

    private void output(String team, String action) {
        text.append("output: {set: ")
                .append(quoted(APPLICATION + ":team:" + team))
                .append(", action: ")
                .append(action)
                .append("}\n");
    }

    /** The team's name as far as a workflow may be called so, with a number where another has it already. */
    private String name(String team) {
        String slug = team.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String base = slug.isEmpty() ? "team" : slug;
        String name = base;
        for (int i = 2; !names.add(name); i++) {
            name = base + "-" + i;
        }
        return name;
    }

    private static String comment(String words) {
        return words.replaceAll("\\p{Cntrl}+", " ");
    }

    /** A YAML text in single quotes; in double quotes where it has what single quotes cannot hold. */
    private static String quoted(String value) {
        boolean plain = value.codePoints()
                .noneMatch(one -> one < ' ' || one == 0x7f || one == 0x85 || one == 0x2028 || one == 0x2029);
        return plain ? "'" + value.replace("'", "''") + "'" : Cel.text(value);
    }
}
