package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.ConditionException;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.judging.Judge;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated conditions for every account of generated populations: compiled to SQL, and run by CEL over facts that are
 * looked up in plain objects. The ordinary build has 360; {@code -Ddormouse.conditions=270} makes it 2,160.
 */
class SqlEqualsCelTest {

    private static final int ACCOUNTS_PER_APPLICATION = 250;
    private static final int CONDITIONS = Integer.getInteger("dormouse.conditions", 45);
    private static final int PER_STATEMENT = 45;
    private static final Map<String, Integer> SEEN = new HashMap<>();

    @AfterAll
    static void each_truth_was_found_often_enough_to_mean_something() {
        assertThat(SEEN.getOrDefault("conditions", 0)).isGreaterThanOrEqualTo(8 * CONDITIONS);
        for (String truth : List.of("true", "false", "unknown")) {
            assertThat(SEEN.getOrDefault(truth, 0)).as(truth).isGreaterThan(20_000);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_compiled_condition_and_cel_agree_for_every_account(long seed) throws SQLException {
        EventfulGenerator generator = new EventfulGenerator(seed);
        Population population = generator.population(ACCOUNTS_PER_APPLICATION);
        DuckDb database = DuckDb.inMemory();
        try (DuckDbObservations store = DuckDbObservations.on(database)) {
            population.fill(store);
            for (int done = 0; done < CONDITIONS; done += PER_STATEMENT) {
                List<Condition> conditions = conditions(generator, PER_STATEMENT);
                Question question = generator.question(population, null);
                compare(new Statements(database), population, question, conditions, "seed " + seed);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void a_judgement_with_a_condition_is_the_same_in_sql_and_in_java(long seed) {
        EventfulGenerator generator = new EventfulGenerator(seed);
        Population population = generator.population(40);
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            population.fill(store);
            for (Condition condition : conditions(generator, 25)) {
                Question question = generator.question(population, condition);
                List<SubjectKey> everybody = new Reference(population, question)
                        .judge().stream().map(Judged::key).toList();
                for (Judged one : store.judge(question, everybody)) {
                    assertThat(one.answer())
                            .as(
                                    "seed %d: %s of %s",
                                    seed, one, question.workflow().selection())
                            .isEqualTo(new Judge()
                                    .judge(
                                            question.workflow().selection(),
                                            one.key().application(),
                                            one.evidence(),
                                            question.now(),
                                            Workflows.LONDON)
                                    .answer());
                }
            }
        }
    }

    private static List<Condition> conditions(EventfulGenerator from, int count) {
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

    private static void compare(
            Statements statements, Population population, Question question, List<Condition> conditions, String which)
            throws SQLException {
        Map<SubjectKey, ReferenceFacts> expected = new HashMap<>();
        new Reference(population, question)
                .judge()
                .forEach(one -> expected.put(one.key(), new ReferenceFacts(population, question, one)));
        Asked asked = Asked.of(question).asking(conditions);
        JudgingSql sql = new JudgingSql(asked, AskedExemptions.of(question.workflow(), question.now()));
        int[] rows = new int[1];
        statements.each(sql.sideBySide(conditions), row -> {
            rows[0]++;
            SubjectKey key = new SubjectKey(row.getString(1), row.getString(2));
            ReferenceFacts facts = Objects.requireNonNull(expected.get(key));
            int column = 3;
            for (Fact fact : asked.facts().facts()) {
                Object known = facts.value(fact);
                Object expectedValue = known instanceof Enum<?> word ? word.name() : known;
                Object found = FactValues.read(row, column++, fact.type());
                // A description for each of a million values would take longer than all the rest.
                if (!Objects.equals(found, expectedValue)) {
                    assertThat(found)
                            .as("%s: %s of %s", which, fact, expected.get(key))
                            .isEqualTo(expectedValue);
                }
            }
            for (Condition condition : conditions) {
                String truth = truth(condition.evaluate(facts).truth());
                SEEN.merge(truth, 1, Integer::sum);
                int found = row.getInt(column++);
                if (!truth.equals(found == 1 ? "true" : found == 0 ? "false" : "unknown")) {
                    assertThat(found)
                            .as("%s: %s is %s for %s", which, condition, truth, key)
                            .isEqualTo(-1);
                }
            }
        });
        assertThat(rows[0]).isEqualTo(expected.size());
        SEEN.merge("conditions", conditions.size(), Integer::sum);
    }

    private static String truth(@Nullable Boolean truth) {
        return truth == null ? "unknown" : truth.toString();
    }
}
