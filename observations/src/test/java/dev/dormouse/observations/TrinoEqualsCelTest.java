package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.testkit.TrinoServer;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same as {@link SqlEqualsCelTest} on Trino, where filling a store takes most of the time: the ordinary build has 180
 * conditions over two populations, {@code -Ddormouse.conditions=270} makes it 2,160 over eight.
 */
class TrinoEqualsCelTest {

    private static final int ACCOUNTS_PER_APPLICATION = 250;
    private static final int PER_STATEMENT = 90;
    private static final int CONDITIONS = Integer.getInteger("dormouse.conditions", PER_STATEMENT);
    private static final int POPULATIONS = CONDITIONS > PER_STATEMENT ? 8 : 2;
    private static final SqlEqualsCel COMPARISON = new SqlEqualsCel();

    @AfterAll
    static void each_truth_was_found_often_enough_to_mean_something() {
        assertThat(COMPARISON.conditions()).isGreaterThanOrEqualTo(POPULATIONS * CONDITIONS);
        for (String truth : List.of("true", "false", "unknown")) {
            assertThat(COMPARISON.seen(truth)).as(truth).isGreaterThan(5_000);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, POPULATIONS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_compiled_condition_and_cel_agree_for_every_account_on_trino_too(long seed) throws SQLException {
        EventfulGenerator generator = new EventfulGenerator(seed);
        Population population = generator.population(ACCOUNTS_PER_APPLICATION);
        String address = TrinoServer.emptySchema();
        try (Observations store = TrinoObservations.at(address);
                Trino trino = new Trino(address)) {
            population.fill(store);
            Statements statements = new Statements(trino);
            for (int done = 0; done < CONDITIONS; done += PER_STATEMENT) {
                List<Condition> conditions = SqlEqualsCel.conditions(generator, PER_STATEMENT);
                Question question = generator.question(population, null);
                COMPARISON.compare(statements, population, question, conditions, "seed " + seed);
            }
        }
    }
}
