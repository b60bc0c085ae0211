package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.cli.Console.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far each source can be trusted. */
class SourcesCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        new Exports(folder).write();
    }

    private Ran sources() {
        return Console.run(
                "sources", "--config", folder.toString(), "--now", Exports.NOW.toString(), "--output", "json");
    }

    @Test
    void every_source_shows_freshness_volume_and_coverage() {
        Ran ran = sources();
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<JsonNode> rows = rows(ran);
        assertThat(rows)
                .extracting(row -> row.path("source").asText())
                .contains("accounts", "dormant-report", "people-page", "audit-log", "auth0");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("health").asText()).isEqualTo("healthy");
            assertThat(row.path("asOf").asText()).endsWith("Z");
            assertThat(row.path("records").asLong()).isPositive();
        });
        assertThat(rows)
                .filteredOn(row -> row.path("source").asText().equals("people-page"))
                .extracting(row -> row.path("coverage").asText())
                .allSatisfy(share -> assertThat(share).endsWith(" %").isNotEqualTo("0.0 %"));
    }

    @Test
    void an_unhealthy_source_is_told_with_its_fault_and_exit_code() throws IOException {
        Files.writeString(folder.resolve("auth0-users.json"), "");
        Ran ran = sources();
        assertThat(ran.exit()).isEqualTo(Exit.UNHEALTHY);
        assertThat(ran.err()).contains("unhealthy: auth0 of github/exports: auth0-users.json:1:1: the file is empty");
        assertThat(rows(ran))
                .filteredOn(row -> row.path("source").asText().equals("auth0"))
                .extracting(row -> row.path("health").asText())
                .containsExactly("unhealthy");
    }

    @Test
    void what_could_not_be_read_covers_nobody_and_an_answer_from_the_last_run_says_so() throws IOException {
        Files.delete(folder.resolve("auth0-users.json"));
        assertThat(rows(sources()))
                .filteredOn(row -> row.path("source").asText().equals("auth0"))
                .allSatisfy(row -> assertThat(row.path("coverage").isNull()).isTrue());
        Console.runIn(folder, "run");
        assertThat(Console.runIn(folder, "sources").err()).contains("from what the last run read, up to 2026-03-02T11");
        assertThat(Console.runIn(folder, "sources", "--fresh").err()).doesNotContain("from what the last run");
    }

    @Test
    void a_source_in_which_everybody_fell_silent_on_one_day_is_a_broken_signal() {
        Exports exports = new Exports(folder);
        String page = new String(exports.read(Exports.PEOPLE_PAGE), StandardCharsets.UTF_8)
                .replaceAll("202[56]-\\d\\d-\\d\\dT10:00:00", "2026-02-01T10:00:00");
        exports.write(Exports.PEOPLE_PAGE, page);
        Ran ran = sources();
        assertThat(ran.exit()).isEqualTo(Exit.UNHEALTHY);
        assertThat(ran.err())
                .contains(
                        "unhealthy: people-page of github/exports: export-*.json has seen nothing of any human account"
                                + " since 2026-02-01T10:00:00Z, though 40 were active in the 30 days before: a broken signal");
        exports.configure(Exports.example().replace("# sourceMaxAge: 2d", "maxSilence: none"));
        assertThat(sources().exit()).isZero();
    }

    private static List<JsonNode> rows(Ran ran) {
        return StreamSupport.stream(ran.json().spliterator(), false).toList();
    }
}
