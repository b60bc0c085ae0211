package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dormouse.connectors.files.Feeds.Told;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Sighting;
import dev.dormouse.spi.Sighting.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OCSF Authentication as a lake keeps it: Parquet with nested columns tells what the same events tell as JSON lines. */
class OcsfParquetTest {

    private static final Map<String, ?> OCSF = Map.of("mapping", "ocsf");

    /** In Parquet every row has every column, so what a record leaves out is NULL there. */
    private static final String JSON = """
            {"class_uid":3002,"activity_id":1,"type_uid":300201,"time":1717236000123,"status_id":1,"user":{"uid":"u-1","name":"user-0001","email_addr":"user-0001@acme.example","type_id":1},"metadata":{"uid":"o-1","version":"1.1.0","product":{"name":"idp"}}}
            {"class_uid":3002,"activity_id":1,"type_uid":300201,"time":1717239600000,"status_id":2,"user":{"uid":"u-2","name":"user-0002","email_addr":"user-0002@acme.example","type_id":1},"metadata":{"uid":"o-2","version":"1.1.0"}}
            {"class_uid":3002,"activity_id":3,"type_uid":300203,"time":1717243200000,"status_id":1,"user":{"uid":"u-3","name":"backup","type_id":4},"metadata":{"uid":"o-3","version":"1.1.0"}}
            {"class_uid":3002,"activity_id":2,"type_uid":300202,"time":1717246800000,"status_id":1,"user":{"name":"user-0004@acme.example"},"metadata":{"uid":"o-4","version":"1.1.0"}}
            {"class_uid":3001,"activity_id":1,"type_uid":300101,"time":1717250400000,"status_id":1,"user":{"uid":"u-5"},"metadata":{"uid":"o-5","version":"1.1.0"}}
            {"class_uid":3002,"activity_id":1,"type_uid":300201,"time":0,"status_id":1,"user":{"uid":"u-6","email_addr":"user-0006@acme.example"},"metadata":{"uid":"o-6","version":"1.1.0"}}
            {"class_uid":3002,"activity_id":1,"type_uid":300201,"time":1717257600000,"user":{"email_addr":"user-0007@acme.example"},"metadata":{"uid":"o-7","version":"1.1.0"}}
            """;

    private static final String TYPES = """
            {class_uid: 'INTEGER', activity_id: 'INTEGER', type_uid: 'BIGINT', time: 'BIGINT', status_id: 'INTEGER',
             user: 'STRUCT(uid VARCHAR, name VARCHAR, email_addr VARCHAR, type_id INTEGER)',
             metadata: 'STRUCT(uid VARCHAR, "version" VARCHAR, product STRUCT(name VARCHAR))'}""";

    @TempDir
    Path folder;

    private byte[] parquet = {};

    @BeforeEach
    void write() throws IOException, SQLException {
        parquet = parquet("SELECT * FROM events");
    }

    private byte[] parquet(String query) throws IOException, SQLException {
        Path json = Files.writeString(folder.resolve("events.jsonl"), JSON);
        Path target = folder.resolve("events.parquet");
        try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = duck.createStatement()) {
            statement.execute("CREATE TABLE events AS SELECT * FROM read_json('" + json
                    + "', format = 'newline_delimited', columns = " + TYPES + ")");
            statement.execute("COPY (" + query + ") TO '" + target + "' (FORMAT parquet)");
        }
        return Files.readAllBytes(target);
    }

    private static MemoryFiles lake(byte[] content) {
        return new MemoryFiles().with("part-0.parquet", content);
    }

    private static MemoryFiles lines() {
        return new MemoryFiles().with("events.jsonl", JSON);
    }

    @Test
    void a_person_is_shown_the_same_of_both_with_the_row_for_the_line() {
        Shown shown = Shown.of(lake(parquet), OCSF);

        assertThat(shown.lines())
                .containsExactly(
                        "1 u-1 user-0001@acme.example 2024-06-01T10:00:00.123Z LOGIN 1",
                        "2 u-2 user-0002@acme.example 2024-06-01T11:00:00Z LOGIN FAILED 1",
                        "3 u-3 null 2024-06-01T12:00:00Z MACHINE 3",
                        "4 user-0004@acme.example user-0004@acme.example 2024-06-01T13:00:00Z USE 2",
                        "7 user-0007@acme.example user-0007@acme.example 2024-06-01T16:00:00Z LOGIN 1")
                .isEqualTo(Shown.of(lines(), OCSF).lines());
        assertThat(shown.summary.other()).isEqualTo(1);
        assertThat(shown.unreadable()).containsExactly("6:0 the time says never");
        assertThat(Shown.of(lines(), OCSF).unreadable()).containsExactly("6:1 the time says never");
    }

    @Test
    void the_format_is_recognised_in_parquet_too() {
        Shown shown = Shown.of(lake(parquet), Map.of());

        assertThat(shown.mapping).isEqualTo("ocsf");
        assertThat(shown.reason).startsWith("6 of the first 7 records look like ocsf");
    }

    @Test
    void as_a_source_both_tell_the_same_events_under_the_same_numbers() {
        Told lake = Feeds.read(lake(parquet), "log", OCSF);
        Told lines = Feeds.read(lines(), "log", OCSF);

        assertThat(events(lake))
                .isEqualTo(events(lines))
                .extracting(Event::account, Event::kind)
                .containsExactly(
                        tuple("u-1", ActivityKind.LOGIN),
                        tuple("u-3", ActivityKind.MACHINE),
                        tuple("user-0004@acme.example", ActivityKind.USE),
                        tuple("user-0007@acme.example", ActivityKind.LOGIN));
        assertThat(lake.sightings).contains(unreadable(lake));
        assertThat(lake.feed().completeFrom()).isEqualTo(lines.feed().completeFrom());
        assertThat(lake.feed().asOf()).isEqualTo(lines.feed().asOf());
        assertThat(lake.feed().records()).isEqualTo(7);
    }

    private static List<Event> events(Told told) {
        return told.sightings.stream()
                .filter(Event.class::isInstance)
                .map(Event.class::cast)
                .toList();
    }

    private static Sighting unreadable(Told told) {
        return told.sightings.stream()
                .filter(Sighting.Unreadable.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_time_that_the_lake_keeps_as_a_timestamp_is_the_same_instant() throws IOException, SQLException {
        byte[] typed = parquet("SELECT * EXCLUDE (time), epoch_ms(time) AS time_dt FROM events WHERE time > 0");

        assertThat(Shown.of(lake(typed), OCSF).entries)
                .extracting(entry -> entry.at().toString())
                .containsExactly(
                        "2024-06-01T10:00:00.123Z",
                        "2024-06-01T11:00:00Z",
                        "2024-06-01T12:00:00Z",
                        "2024-06-01T13:00:00Z",
                        "2024-06-01T16:00:00Z");
    }

    @Test
    void a_parquet_file_that_was_cut_off_is_no_source() {
        byte[] cut = Arrays.copyOf(parquet, parquet.length - 20);

        assertThat(Feeds.read(lake(cut), "log", OCSF).failure())
                .hasMessageContaining("part-0.parquet")
                .hasMessageContaining("it is no whole Parquet file");
    }

    @Test
    void a_parquet_file_without_rows_is_no_proof_of_anything() throws IOException, SQLException {
        Shown shown = Shown.of(lake(parquet("SELECT * FROM events LIMIT 0")), OCSF);

        assertThat(shown.summary.cutOff()).isTrue();
        assertThat(shown.summary.records()).isZero();
    }
}
