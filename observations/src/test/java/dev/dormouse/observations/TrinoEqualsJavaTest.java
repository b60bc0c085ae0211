package dev.dormouse.observations;

import dev.dormouse.core.observations.Observations;
import dev.dormouse.testkit.TrinoServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as {@link SqlEqualsJavaTest} on Trino; fewer, because a statement takes half a second there. */
class TrinoEqualsJavaTest {

    private static final int ACCOUNTS = 120;
    private static final int WORKFLOWS_PER_POPULATION = 6;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void the_statement_and_the_rules_in_java_agree_on_trino_too(long seed) {
        Generator generator = new Generator(seed);
        Population population = generator.population(ACCOUNTS);
        try (Observations store = TrinoObservations.at(TrinoServer.emptySchema())) {
            population.fill(store);
            for (int number = 0; number < WORKFLOWS_PER_POPULATION; number++) {
                new SqlEqualsJava()
                        .compare(
                                store,
                                population,
                                generator.question(population, ACCOUNTS),
                                "seed " + seed + ", workflow " + number);
            }
        }
    }
}
