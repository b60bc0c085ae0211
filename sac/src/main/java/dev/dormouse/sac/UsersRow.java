package dev.dormouse.sac;

import dev.dormouse.sac.RowTest.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Users that pass tests, and the team they are put in or taken out of.
 *
 * @param operator how the tests go together
 * @param tests those that are switched on, without the one for managers
 * @param managers whether users pass that are named as manager, whatever the operator
 * @param counting "fewer" and "greater" with their numbers
 * @param excluded users that are neither tested nor moved
 * @param ignored teams and roles that do not count as any
 * @param missing why the row cannot be run in spite of being well written; empty where it can
 */
public record UsersRow(
        int line,
        String team,
        @Nullable String displayName,
        String action,
        Operator operator,
        List<RowTest> tests,
        boolean managers,
        Counting counting,
        List<String> excluded,
        Ignored ignored,
        List<String> missing)
        implements Row {

    /** How several tests go together. */
    enum Operator {
        AND("&&"),
        OR("||");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }

    static UsersRow of(Fields fields) {
        UserTests tests = new UserTests(fields);
        List<RowTest> all = tests.all();
        return new UsersRow(
                fields.line(),
                fields.text("file_team", ""),
                fields.has("file_team_displayname") ? fields.text("file_team_displayname", "") : null,
                fields.text("file_users_action", ""),
                fields.truth("file_multiple_action_users_operator_is_AND") ? Operator.AND : Operator.OR,
                all,
                fields.truth("file_action_users_that_are_managers"),
                Counting.of(fields),
                fields.texts("file_JSON_users_to_exclude"),
                Ignored.of(fields),
                tests.missing());
    }

    boolean hasTests() {
        return managers || !tests.isEmpty();
    }

    boolean asks(Evidence evidence) {
        return tests.stream().anyMatch(test -> test.evidence() == evidence);
    }

    /**
     * Whether members that are no longer listed as users leave a team that is replaced or intersected. The toolkit goes
     * through the users and so leaves such members alone, except where it looks for managers alone, or lets the product
     * search by address.
     */
    boolean sweeps() {
        return tests.isEmpty() || (tests.size() == 1 && tests.getFirst().asksForAddress());
    }

    /** The longest stretch of the activity log that a test needs, in days. */
    int window() {
        return tests.stream().mapToInt(RowTest::window).max().orElse(0);
    }

    /**
     * What the row says, in Dormouse's own language. The toolkit knows who is a manager only after it has read everybody, and
     * then adds the managers to whoever passed before: the operator never reaches them.
     */
    public String condition() {
        List<String> parts = new ArrayList<>();
        if (!tests.isEmpty()) {
            String joined =
                    tests.stream().map(RowTest::condition).collect(Collectors.joining(" " + operator.sign + " "));
            boolean enclosed = managers && operator == Operator.AND && tests.size() > 1;
            parts.add(enclosed ? "(" + joined + ")" : joined);
        }
        if (managers) {
            parts.add("account.isManager");
        }
        return String.join(" || ", parts);
    }
}
