package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.testkit.TrinoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated organisations, judged by person: by the statement and by the rules in Java. */
class PersonsEqualJavaTest {

    private static final int ACCOUNTS = 100;
    private static final SqlEqualsJava COMPARED = new SqlEqualsJava();

    @AfterAll
    static void every_answer_that_persons_can_lead_to_was_given() {
        assertThat(COMPARED.seen(Answer.ACTIVE)).isGreaterThan(1_000);
        assertThat(COMPARED.seen(Answer.DORMANT)).isGreaterThan(1_000);
        assertThat(COMPARED.seen(Answer.UNKNOWN)).isGreaterThan(1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_statement_and_the_rules_in_java_agree_about_persons(long seed) {
        try (Observations store = DuckDbObservations.inMemory()) {
            compare(store, seed, 12, COMPARED);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 21)
    void they_agree_on_trino_too(long seed) {
        try (Observations store = TrinoObservations.at(TrinoServer.emptySchema())) {
            compare(store, seed, 5, new SqlEqualsJava());
        }
    }

    private static void compare(Observations store, long seed, int workflows, SqlEqualsJava compared) {
        PeopleGenerator generator = new PeopleGenerator(seed, ACCOUNTS);
        Population population = generator.population();
        population.fill(store);
        for (int number = 0; number < workflows; number++) {
            compared.compare(
                    store, population, generator.question(population, null), "seed " + seed + ", workflow " + number);
        }
    }
}
