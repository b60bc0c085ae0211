package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.judging.Judge;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated conditions for every account of generated populations: compiled to SQL, and run by CEL over facts that are
 * looked up in plain objects: 2,160 of them, {@code -Ddormouse.conditions=N} makes it eight times as many as that.
 */
class SqlEqualsCelTest {

    private static final int ACCOUNTS_PER_APPLICATION = 250;
    private static final int CONDITIONS = Integer.getInteger("dormouse.conditions", 270);

    /** Many, as planning the statement takes longer than a column more in it. */
    private static final int PER_STATEMENT = 90;

    private static final SqlEqualsCel COMPARISON = new SqlEqualsCel();

    @AfterAll
    static void each_truth_was_found_often_enough_to_mean_something() {
        assertThat(COMPARISON.conditions()).isGreaterThanOrEqualTo(8 * CONDITIONS);
        for (String truth : List.of("true", "false", "unknown")) {
            assertThat(COMPARISON.seen(truth)).as(truth).isGreaterThan(20_000);
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
            Statements statements = new Statements(database);
            for (int done = 0; done < CONDITIONS; done += PER_STATEMENT) {
                List<Condition> conditions = SqlEqualsCel.conditions(generator, PER_STATEMENT);
                Question question = generator.question(population, null);
                COMPARISON.compare(statements, population, question, conditions, "seed " + seed);
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
            for (Condition condition : SqlEqualsCel.conditions(generator, 25)) {
                Question question = generator.question(population, condition);
                List<SubjectKey> everybody = new Reference(population, question)
                        .judge().stream().map(Judged::key).toList();
                for (Judged one : store.judge(question, everybody)) {
                    assertThat(one.answer())
                            .as(
                                    "seed %d: %s of %s",
                                    seed, one, question.workflow().selection())
                            .isEqualTo(new Judge(question.workflow().selection(), question.now(), Workflows.LONDON)
                                    .judge(one.key().application(), one.evidence())
                                    .answer());
                }
            }
        }
    }
}
