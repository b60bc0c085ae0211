package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.observations.CountedDay;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.PastSubject;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.Sighting;
import dev.dormouse.testkit.TrinoServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was counted of single accounts in past windows, by the store and one event after another. */
class CountedDaysTest {

    private static final String APPLICATION = PastWorld.APPLICATIONS.getFirst();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {81, 82, 83})
    void every_event_inside_the_window_counts_once_on_its_day(long seed) {
        PastWorld world = new PastWorld(seed);
        try (Observations store = DuckDbObservations.inMemory()) {
            world.fill(store);
            compare(store, world, 25, seed);
        }
    }

    @Test
    void it_is_the_same_on_trino() {
        PastWorld world = new PastWorld(84);
        try (Observations store = TrinoObservations.at(TrinoServer.emptySchema())) {
            world.fill(store);
            compare(store, world, 2, 84);
        }
    }

    private static void compare(Observations store, PastWorld world, int accounts, long seed) {
        int counted = 0;
        for (int number = 0; number < accounts; number++) {
            String account = "user-" + number;
            // Windows that begin and end with an event of the account are the sharpest.
            List<Instant> instants = events(world, account)
                    .map(Sighting.Event::at)
                    .sorted()
                    .limit(3)
                    .toList();
            for (Instant at : instants) {
                for (Instant after : List.of(Instant.EPOCH, instants.getFirst(), at.minus(Duration.ofDays(30)))) {
                    List<CountedDay> found = store.counted(
                            new PastSubject(new SubjectKey(APPLICATION, account), null, List.of()), after, at);
                    Map<String, Long> told = new TreeMap<>();
                    found.forEach(day -> told.put(day.source() + day.kind() + day.day(), day.events()));
                    assertThat(told).as("seed %s", seed).isEqualTo(expected(world, account, after, at));
                    counted += found.size();
                }
            }
        }
        assertThat(counted).isPositive();
    }

    private static Map<String, Long> expected(PastWorld world, String account, Instant after, Instant at) {
        Map<String, Long> expected = new TreeMap<>();
        for (PastWorld.Source source : world.sources) {
            if (source.applications().contains(APPLICATION)) {
                source.events().stream()
                        .filter(event -> event.account().equals(account))
                        .filter(event ->
                                event.at().isAfter(after) && !event.at().isAfter(at))
                        .forEach(event -> expected.merge(
                                source.name()
                                        + event.kind()
                                        + Math.floorDiv(event.at().getEpochSecond(), 86_400L),
                                1L,
                                Long::sum));
            }
        }
        return expected;
    }

    private static Stream<Sighting.Event> events(PastWorld world, String account) {
        return world.sources.stream()
                .flatMap(source -> source.events().stream())
                .filter(event -> event.account().equals(account));
    }
}
