package dev.dormouse.observations;

import static dev.dormouse.observations.Acme.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Sighting;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketsTest {

    /** Begins a bucket. */
    private static final int FIRST = Buckets.first(19_700, Buckets.DAYS);

    private static final String BUCKETS =
            "select account, number, oldest, newest, oldest_use from bucket order by account, number";

    @TempDir
    private Path folder;

    private DuckDb database;
    private DuckDbObservations store;
    private long id;

    @BeforeEach
    void open() {
        database = DuckDb.open(folder.resolve("kept.duckdb"));
        store = DuckDbObservations.on(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_bucket_is_kept_once_a_later_one_has_begun() throws SQLException {
        read(login("bob", FIRST), login("bob", FIRST + 7), use("bob", FIRST + 9));
        assertThat(rows(BUCKETS)).isEmpty();
        read(login("bob", FIRST + 29));
        assertThat(rows(BUCKETS)).isEmpty();
        read(login("eve", FIRST + 30));
        assertThat(rows(BUCKETS)).containsExactly(row("bob", FIRST, FIRST, FIRST + 29, FIRST + 9));
        assertThat(rows("select max(until) from bucketed")).containsExactly(String.valueOf(FIRST + 30));
    }

    @Test
    void an_event_that_comes_late_makes_its_bucket_anew() throws SQLException {
        read(login("bob", FIRST + 7), login("eve", FIRST + 70));
        read(use("bob", FIRST + 1), login("cid", FIRST + 31));
        read(use("cid", FIRST - 1));
        assertThat(rows(BUCKETS))
                .containsExactly(
                        row("bob", FIRST, FIRST + 1, FIRST + 7, FIRST + 1),
                        row("cid", FIRST - 30, FIRST - 1, FIRST - 1, FIRST - 1),
                        row("cid", FIRST + 30, FIRST + 31, FIRST + 31, null));
        assertThat(rows("select max(until) from bucketed")).containsExactly(String.valueOf(FIRST + 60));
    }

    @Test
    void a_log_that_has_long_been_silent_keeps_the_bucket_it_ended_in_when_it_goes_on() throws SQLException {
        read(login("bob", FIRST + 7));
        read(login("bob", FIRST + 700));
        assertThat(rows(BUCKETS)).containsExactly(row("bob", FIRST, FIRST + 7, FIRST + 7, null));
    }

    @Test
    void a_log_of_a_single_bucket_and_one_without_a_new_event_keep_none() throws SQLException {
        read(login("bob", FIRST + 7));
        read();
        assertThat(rows(BUCKETS)).isEmpty();
    }

    @Test
    void days_before_1970_have_buckets_too() throws SQLException {
        read(login("bob", -1), login("bob", FIRST));
        assertThat(rows(BUCKETS)).containsExactly(row("bob", Buckets.first(-1, Buckets.DAYS), -1, -1, null));
        assertThat(Buckets.first(-1, Buckets.DAYS)).isBetween(-30, -1);
    }

    @Test
    void a_bucket_is_forgotten_with_the_last_of_its_days() throws SQLException {
        read(login("bob", FIRST), login("bob", FIRST + 29), login("bob", FIRST + 70));
        forget(FIRST + 29);
        assertThat(rows(BUCKETS)).hasSize(1);
        forget(FIRST + 30);
        assertThat(rows(BUCKETS)).isEmpty();
    }

    @Test
    void buckets_go_with_their_feed() throws SQLException {
        read(login("bob", FIRST), login("bob", FIRST + 70));
        database.run("delete from feed");
        FeedTable.sweep(database);
        assertThat(rows(BUCKETS)).isEmpty();
        assertThat(rows("select until from bucketed")).isEmpty();
    }

    @Test
    void what_a_query_tells_is_kept_by_buckets_too() throws SQLException {
        store.query(
                "lake",
                List.of(ACME),
                "select 'bob' account, 'USE' kind, make_timestamp(unnest([%d, %d])) instant"
                        .formatted(micros(FIRST + 3), micros(FIRST + 33)),
                Instant.EPOCH);
        assertThat(rows(BUCKETS)).containsExactly(row("bob", FIRST, FIRST + 3, FIRST + 3, FIRST + 3));
    }

    @Test
    void a_store_for_one_use_keeps_none() throws SQLException {
        try (DuckDb memory = DuckDb.inMemory();
                DuckDbObservations once = DuckDbObservations.on(memory)) {
            try (FeedIntake intake = once.feed("log", List.of(ACME))) {
                intake.sighting(login("bob", FIRST));
                intake.sighting(login("bob", FIRST + 70));
            }
            assertThat(memory.number("select count(*) from bucket")).isZero();
        }
    }

    private void read(Sighting... sightings) {
        try (FeedIntake intake = store.feed("log", List.of(ACME))) {
            List.of(sightings).forEach(intake::sighting);
        }
    }

    private void forget(int daysBefore) {
        store.forget(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(daysBefore)));
    }

    private Sighting login(String account, int day) {
        return new Sighting.Event(account, at(day), ActivityKind.LOGIN, ++id);
    }

    private Sighting use(String account, int day) {
        return new Sighting.Event(account, at(day), ActivityKind.USE, ++id);
    }

    private static Instant at(int day) {
        return Instant.EPOCH.plus(Duration.ofDays(day)).plusSeconds(3_600);
    }

    private static long micros(int day) {
        return Micros.of(at(day));
    }

    private static String row(String account, int bucket, int oldest, int newest, @Nullable Integer oldestUse) {
        return account + " " + bucket + " " + micros(oldest) + " " + micros(newest) + " "
                + (oldestUse == null ? null : micros(oldestUse));
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        new Statements(database).each(query, row -> {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(String.valueOf(row.getString(column)));
            }
            rows.add(String.join(" ", values));
        });
        return rows;
    }
}
