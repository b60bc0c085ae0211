package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.ConditionException;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Weighs many conditions for everybody by one statement and by CEL, and names the first difference. */
final class SqlEqualsCel {

    private final Map<String, Integer> seen = new HashMap<>();

    /** How often this was the truth: true, false or unknown. */
    int seen(String truth) {
        return seen.getOrDefault(truth, 0);
    }

    /** Conditions that were weighed, each for a whole population. */
    int conditions() {
        return seen("conditions");
    }

    static List<Condition> conditions(EventfulGenerator from, int count) {
        ConditionGenerator generator = new ConditionGenerator(from.random, from.now);
        List<Condition> conditions = new ArrayList<>();
        while (conditions.size() < count) {
            String text = generator.condition();
            try {
                conditions.add(Condition.parse(text));
            } catch (ConditionException refused) {
                // Only what could overflow, or reaches too far, may be refused of what the generator writes.
                assertThat(refused.getMessage()).as(text).containsAnyOf("can become larger", "whole microsecond");
            }
        }
        return conditions;
    }

    void compare(
            Statements statements, Population population, Question question, List<Condition> conditions, String which)
            throws SQLException {
        Map<SubjectKey, ReferenceFacts> expected = new HashMap<>();
        new Reference(population, question)
                .judge()
                .forEach(one -> expected.put(one.key(), new ReferenceFacts(population, question, one)));
        Asked asked =
                Asked.of(question, Feeds.of(statements).lookedInto(statements)).asking(conditions);
        JudgingSql sql = new JudgingSql(asked, AskedExemptions.of(question.workflow(), question.now()));
        int[] rows = new int[1];
        statements.each(sql.sideBySide(conditions), row -> {
            rows[0]++;
            SubjectKey key = new SubjectKey(row.getString(1), row.getString(2));
            ReferenceFacts facts = Objects.requireNonNull(expected.get(key));
            facts(asked.facts(), row, facts, which);
            truths(conditions, row, 3 + asked.facts().facts().size(), facts, which + ", " + key);
        });
        assertThat(rows[0]).isEqualTo(expected.size());
        seen.merge("conditions", conditions.size(), Integer::sum);
    }

    private static void facts(AskedFacts asked, ResultSet row, ReferenceFacts facts, String which) throws SQLException {
        int column = 3;
        for (Fact fact : asked.facts()) {
            Object known = facts.value(fact);
            Object expected = known instanceof Enum<?> word ? word.name() : known;
            Object found = FactValues.read(row, column++, fact.type());
            // A description for each of a million values would take longer than all the rest.
            if (!Objects.equals(found, expected)) {
                assertThat(found)
                        .as("%s: %s of %s %s", which, fact, row.getString(1), row.getString(2))
                        .isEqualTo(expected);
            }
        }
    }

    private void truths(List<Condition> conditions, ResultSet row, int first, ReferenceFacts facts, String which)
            throws SQLException {
        int column = first;
        for (Condition condition : conditions) {
            String truth = truth(condition.evaluate(facts).truth());
            seen.merge(truth, 1, Integer::sum);
            int found = row.getInt(column++);
            if (!truth.equals(found == 1 ? "true" : found == 0 ? "false" : "unknown")) {
                assertThat(found).as("%s: %s is %s", which, condition, truth).isEqualTo(-1);
            }
        }
    }

    private static String truth(@Nullable Boolean truth) {
        return truth == null ? "unknown" : truth.toString();
    }
}
