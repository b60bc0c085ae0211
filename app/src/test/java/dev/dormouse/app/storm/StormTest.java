package dev.dormouse.app.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The short form is part of every build. The full one is {@code -Dstorm.kills=200 -Dstorm.every=true}; see
 * docs/testing.md. A failure prints the seed, which {@code -Dstorm.seed} takes, and everything that was done.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // What lets processes start fast is made once.
final class StormTest {

    private static final int KILLS = Integer.getInteger("storm.kills", 20);
    private static final long SEED = Long.getLong("storm.seed", 1);
    /** In the short form the exhaustive one is sampled. */
    private static final boolean EVERY_POINT = Boolean.getBoolean("storm.every");

    private static final int SAMPLE_STRIDE = 8;

    private final Path scratch;
    private final Program program;

    StormTest() throws IOException {
        // In memory where there is such a folder: SIGKILL takes nothing from the page cache, and syncs cost time.
        Path memory = Path.of("/dev/shm");
        scratch = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "dormouse-storm")
                : Files.createTempDirectory("dormouse-storm");
        program = new Program(scratch);
    }

    @AfterAll
    void cleanUp() throws IOException {
        delete(scratch);
    }

    @Test
    void killed_anywhere_and_started_again_nothing_is_done_twice_early_or_never() throws Exception {
        int kills = 0;
        long seed = SEED;
        while (kills < KILLS) {
            Plan plan = Plan.of(seed);
            GeneratedStorm storm = new GeneratedStorm(seed, KILLS - kills);
            walk(plan, storm);
            kills += storm.struck();
            report(plan + ": " + storm.struck() + " kills, " + kills + " in all");
            seed++;
        }
        assertThat(kills).as("kills").isEqualTo(KILLS);
    }

    @ParameterizedTest
    @CsvSource({
        "announce, false, false, false",
        "announce, false, true, false",
        "announce, true, false, false",
        "announce, true, true, false",
        "run on day 31, false, false, false",
        "run on day 31, true, false, false",
        "run on day 31, true, false, true",
        "restore, false, false, false"
    })
    void killed_at_each_point_of_a_pass_in_turn_and_started_again_the_end_is_the_same(
            String command, boolean byMail, boolean alsoLead, boolean twoStages) throws Exception {
        Plan plan = Plan.small(byMail, alsoLead, twoStages);
        int count = killAtEach(plan, command, Kill::inside);
        if (EVERY_POINT) {
            for (Trap.Moment moment : Trap.Moment.values()) {
                count += killAtEach(plan, command, number -> Kill.outside(number, moment));
            }
        }
        report(command + " (" + plan + "): killed at " + count + " points");
        assertThat(count).as("points of " + command).isPositive();
    }

    /** How many points there were. The sample of the short form is another one for each command. */
    private int killAtEach(Plan plan, String command, IntFunction<Kill> kills) throws Exception {
        int first =
                EVERY_POINT ? 1 : 1 + Math.floorMod(Long.hashCode(plan.seed()) + 7 * command.length(), SAMPLE_STRIDE);
        int count = 0;
        for (int point = first; EVERY_POINT || count == 0; point += EVERY_POINT ? 1 : SAMPLE_STRIDE) {
            OneKill storm = new OneKill(command, kills.apply(point));
            walk(plan, storm);
            if (!storm.hasStruck()) {
                return count;
            }
            count++;
        }
        return count;
    }

    private void walk(Plan plan, Storm storm) throws Exception {
        Path folder = Files.createTempDirectory(scratch, "world");
        try (World world = new World(plan, folder)) {
            Scenario scenario = new Scenario(world, program, storm);
            try {
                scenario.walk();
            } catch (RuntimeException e) {
                throw new AssertionError(e + "\n" + scenario, e);
            }
        } finally {
            delete(folder);
        }
    }

    @SuppressWarnings("SystemOut") // The full form is run by hand and wants to be watched.
    private static void report(String line) {
        System.out.println("storm: " + line);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
