package dev.dormouse.observations;

import static dev.dormouse.observations.Acme.ACME;
import static dev.dormouse.observations.Acme.LONG_AGO;
import static dev.dormouse.observations.Acme.NOW;
import static dev.dormouse.observations.Acme.judge;
import static dev.dormouse.observations.Acme.list;
import static dev.dormouse.observations.Acme.question;
import static dev.dormouse.observations.Acme.seen;
import static dev.dormouse.observations.Acme.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbObservationsTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_kept_on_disk_is_there_after_it_is_opened_again() {
        Path file = folder.resolve("observations.duckdb");
        SourceHealth health = new SourceHealth(
                "people", ACME, null, NOW, null, Absence.SAYS_ACTIVE, 7, 1, List.of(new Problem("x:1:2", "odd")), "f");
        try (DuckDbObservations store = DuckDbObservations.open(file)) {
            list(store, ACME, "Bob");
            seen(store, List.of(ACME), LONG_AGO, "bob");
            store.keep(List.of(health, health.withFault("stale")));
        }
        try (DuckDbObservations store = DuckDbObservations.open(file)) {
            assertThat(store.health()).containsExactly(health, health.withFault("stale"));
            assertThat(judge(store, question(workflow(ACME))))
                    .extracting(Judged::login)
                    .containsExactly("Bob");
            seen(store, List.of(ACME), NOW, "bob");
            assertThat(judge(store, question(workflow(ACME)))).isEmpty();
        }
    }

    @Test
    void a_file_that_is_no_store_is_refused_with_what_to_do() throws IOException {
        Path file = folder.resolve("observations.duckdb");
        Files.writeString(file, "this is not a database, but long enough to be read as one ".repeat(300));
        assertThatThrownBy(() -> DuckDbObservations.open(file))
                .isInstanceOfSatisfying(
                        ObservationsException.class,
                        failure -> assertThat(failure.code()).isEqualTo(DuckDbErrorCode.CANNOT_OPEN))
                .hasMessageContaining(file + " cannot be opened as a store of observations: ")
                .hasMessageEndingWith("it can be read again from the systems, so move it away if it is damaged");
    }

    @Test
    void the_driver_does_not_start_the_flight_recorder() {
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            assertThat(store.health()).isEmpty();
            assertThat(FlightRecorder.isInitialized()).isFalse();
        }
    }

    @Test
    void coverage_is_the_share_of_accounts_the_source_says_anything_of() {
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            assertThat(store.coverage("people", ACME)).isEqualTo(1);
            list(store, ACME, "a", "b", "c", "d");
            assertThat(store.coverage("people", ACME)).isZero();
            seen(store, List.of(ACME), NOW, "a", "B", "B", "stranger");
            assertThat(store.coverage("people", ACME)).isEqualTo(0.5);
        }
    }

    @Test
    void the_receiver_may_ask_the_store_while_rows_come_in() {
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            list(store, ACME, "a", "b");
            seen(store, List.of(ACME), LONG_AGO, "a", "b");
            List<Double> asked = new ArrayList<>();
            store.judge(question(workflow(ACME)), one -> asked.add(store.coverage("people", ACME)));
            assertThat(asked).containsExactly(1.0, 1.0);
        }
    }
}
