package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OCSF Authentication as Parquet, by {@code activity read} and as a source: the same as the same events in lines. */
class OcsfLakeTest {

    private static final String TYPES = "{class_uid: 'INTEGER', activity_id: 'INTEGER', time: 'BIGINT',"
            + " status_id: 'INTEGER', user: 'STRUCT(name VARCHAR, email_addr VARCHAR, type_id INTEGER)',"
            + " metadata: 'STRUCT(uid VARCHAR)'}";

    @TempDir
    Path folder;

    private Exports exports;

    @BeforeEach
    void write() throws IOException, SQLException {
        exports = new Exports(folder);
        exports.write("members.json", "[\"quiet\",\"failing\",\"busy\",\"old\"]");
        exports.write(
                "events.jsonl",
                Stream.of(
                                event("1", "quiet", 100, 1),
                                event("2", "failing", 100, 1),
                                event("3", "busy", 100, 1),
                                event("4", "old", 170, 1),
                                event("5", "failing", 2, 2),
                                event("6", "busy", 1, 1))
                        .collect(Collectors.joining()));
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_json('" + folder.resolve("events.jsonl")
                    + "', format = 'newline_delimited', columns = " + TYPES + ")) TO '"
                    + folder.resolve("events.parquet") + "' (FORMAT parquet)");
        }
        exports.age("events.parquet", Duration.ofHours(1));
    }

    private static String event(String uid, String login, int days, int status) {
        return "{\"class_uid\":3002,\"activity_id\":1,\"time\":"
                + Exports.NOW.minus(Duration.ofDays(days)).toEpochMilli() + ",\"status_id\":" + status
                + ",\"user\":{\"name\":\"" + login + "\",\"email_addr\":\"" + login
                + "@acme.example\",\"type_id\":1},\"metadata\":{\"uid\":\"" + uid + "\"}}\n";
    }

    @Test
    void activity_read_prints_the_same_lines_and_the_same_summary() {
        Ran lines =
                Console.run("activity", "read", folder.resolve("events.jsonl").toString(), "--output", "json");
        Ran lake =
                Console.run("activity", "read", folder.resolve("events.parquet").toString(), "--output", "json");

        assertThat(lake.exit()).isZero();
        assertThat(lake.err()).contains("read as ocsf (6 of the first 6 records look like ocsf)");
        assertThat(lake.out()).isEqualTo(lines.out());
        assertThat(lake.out().lines()).hasSize(7).contains("""
                        {"line":5,"account":"failing","email":"failing@acme.example","at":"2026-02-28T12:00:00Z","kind":"login","success":false,"event":"1"}""");
        assertThat(lake.out()).contains("\"records\":6,\"activity\":6,\"failed\":1,\"machine\":0,\"other\":0");
    }

    @Test
    void a_source_of_parquet_finds_the_same_accounts_and_a_failed_sign_in_is_no_activity() {
        for (String file : List.of("events.jsonl", "events.parquet")) {
            exports.configure("""
                    applications:
                      acme: {accounts: {format: github-members, files: members.json}}
                    sources:
                      lake: {format: log, mapping: ocsf, files: %s}
                    workflows:
                      - workflow: unused
                        applications: [acme]
                        select: {inactiveFor: 90d}
                    """.formatted(file));
            Ran scan = Console.run("scan", folder.toString(), "--now", Exports.NOW.toString(), "--output", "json");
            assertThat(scan.exit()).as(file + scan.err()).isZero();
            assertThat(scan.accounts("dormant")).as(file).containsExactly("failing", "old", "quiet");
        }
    }
}
