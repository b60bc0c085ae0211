package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.judging.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every account of generated populations, judged by the statement and by the rules in Java. */
class SqlEqualsJavaTest {

    private static final int ACCOUNTS = 120;
    private static final int WORKFLOWS_PER_POPULATION = 30;
    private static final SqlEqualsJava COMPARED = new SqlEqualsJava();

    @AfterAll
    static void every_answer_was_given_often_enough_to_mean_something() {
        for (Answer answer : Answer.values()) {
            assertThat(COMPARED.seen(answer)).as("accounts that are %s", answer).isGreaterThan(2_000);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_statement_and_the_rules_in_java_agree_in_answer_and_evidence(long seed) {
        Generator generator = new Generator(seed);
        Population population = generator.population(ACCOUNTS);
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            population.fill(store);
            for (int number = 0; number < WORKFLOWS_PER_POPULATION; number++) {
                COMPARED.compare(
                        store,
                        population,
                        generator.question(population, ACCOUNTS),
                        "seed " + seed + ", workflow " + number);
            }
        }
    }
}
