package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.workflow.Selection.Subject;
import dev.dormouse.testkit.TrinoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every grant of generated populations, judged by the statement and by the rules in Java. */
class GrantsEqualJavaTest {

    private static final int ACCOUNTS = 100;
    private static final SqlEqualsJava COMPARED = new SqlEqualsJava();

    @AfterAll
    static void every_answer_was_given_often_enough_to_mean_something() {
        for (Answer answer : Answer.values()) {
            assertThat(COMPARED.seen(answer)).as("grants that are %s", answer).isGreaterThan(500);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_statement_and_the_rules_in_java_agree_about_grants(long seed) {
        try (Observations store = DuckDbObservations.inMemory()) {
            compare(store, seed, 12, COMPARED);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 21)
    void they_agree_on_trino_too(long seed) {
        try (Observations store = TrinoObservations.at(TrinoServer.emptySchema())) {
            compare(store, seed, 4, new SqlEqualsJava());
        }
    }

    private static void compare(Observations store, long seed, int workflows, SqlEqualsJava compared) {
        Generator generator = new Generator(seed, Subject.GRANT);
        Population population = generator.population(ACCOUNTS);
        population.fill(store);
        for (int number = 0; number < workflows; number++) {
            compared.compare(
                    store,
                    population,
                    generator.question(population, ACCOUNTS),
                    "seed " + seed + ", workflow " + number);
        }
    }
}
