package dev.dormouse.observations;

import static dev.dormouse.observations.Acme.ACME;
import static dev.dormouse.observations.Acme.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.backtest.ReturnOdds;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.History.Trace;
import dev.dormouse.core.observations.Spells;
import dev.dormouse.core.observations.Spells.Length;
import dev.dormouse.core.observations.Spells.Open;
import dev.dormouse.core.observations.Spells.Subject;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Sighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellsTest {

    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

    @Test
    void silences_are_counted_by_length_and_by_what_came_before_and_the_open_ones_are_told(@TempDir Path folder) {
        silencesOf(DuckDbObservations.inMemory());
        silencesOf(DuckDbObservations.open(folder.resolve("kept.duckdb")));
    }

    private static void silencesOf(DuckDbObservations opened) {
        try (DuckDbObservations store = opened) {
            list(store, ACME, "comes", "gone", "unseen");
            try (FeedIntake log = store.feed("people", List.of(ACME))) {
                // Away for 50 days, back with a login alone and 10 days later with use; then away for 40 and gone.
                event(log, "Comes", 0, ActivityKind.USE, 1);
                event(log, "comes", 50, ActivityKind.LOGIN, 2);
                event(log, "comes", 60, ActivityKind.USE, 3);
                event(log, "comes", 100, ActivityKind.USE, 4);
                event(log, "gone", 5, ActivityKind.USE, 5);
                event(log, "stranger", 5, ActivityKind.USE, 6);
            }
            Spells spells = store.spells(history(), day(300));
            assertThat(spells.lengths())
                    .contains(
                            new Length(30, 0, 2, 1),
                            new Length(45, 0, 2, 1),
                            new Length(60, 0, 1, 0),
                            new Length(30, 1, 1, 1),
                            new Length(30, 2, 1, 0),
                            new Length(180, 0, 1, 0))
                    .doesNotContain(new Length(270, 0, 1, 0));
            assertThat(spells.open())
                    .containsOnly(
                            java.util.Map.entry(
                                    new Subject(new SubjectKey(ACME, "comes"), null), new Open(day(100), 2)),
                            java.util.Map.entry(new Subject(new SubjectKey(ACME, "gone"), null), new Open(day(5), 0)));
            ReturnOdds odds = new ReturnOdds(spells);
            assertThat(odds.after(Duration.ofDays(200), 0)).isLessThan(odds.after(Duration.ofDays(50), 0));
            assertThat(odds.after(Duration.ofDays(44), 1)).isEqualTo((1 + 10 * (2 + 1) / (4 + 2.0)) / 11);
        }
    }

    @Test
    void what_was_seen_before_1970_is_counted_like_all_else() {
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            list(store, ACME, "comes", "gone");
            try (FeedIntake log = store.feed("people", List.of(ACME))) {
                event(log, "gone", -20_000, ActivityKind.USE, 1);
                event(log, "comes", -20_000, ActivityKind.USE, 2);
                event(log, "comes", -19_950, ActivityKind.USE, 3);
            }
            assertThat(store.spells(history(), day(0)).lengths()).contains(new Length(30, 0, 2, 1));
        }
    }

    private static History history() {
        return new History(
                Acme.question(Acme.workflow(ACME)), List.of(new Trace("people", ACME, null, Need.REQUIRED, true)));
    }

    private static void event(FeedIntake log, String account, int day, ActivityKind kind, long id) {
        log.sighting(new Sighting.Event(account, day(day), kind, id));
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
