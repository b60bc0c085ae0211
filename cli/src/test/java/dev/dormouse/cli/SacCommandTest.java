package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.cli.Console.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SacCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @BeforeEach
    void exports() throws IOException {
        Files.writeString(
                folder.resolve("users.json"),
                "[{\"id\": \"A\", \"active\": true}, {\"id\": \"B\", \"active\": false}]");
        Files.writeString(
                folder.resolve("teams.json"),
                "[{\"id\": \"T\", \"displayName\": \"Team\", \"members\": [{\"value\": \"B\"}]}]");
        Files.writeString(
                folder.resolve("activities.csv"),
                "\"Object Name\",\"User Name\",\"Activity\",\"Timestamp\"\n\"A\",\"A\",\"Login\",\"2026-11-10T00:00:00Z\"\n");
    }

    @Test
    void each_row_is_answered_and_the_worst_decides_the_exit_code() throws IOException {
        Ran ran = scan("""
                [{"file_team": "T", "file_users_action": "add", "file_action_users_active": true},
                 {"file_team": "T", "file_users_action": "replace",
                  "file_action_users_with_most_recent_login_at_least_days_ago": true},
                 {"file_team": "U", "file_users_action": "swap", "file_action_users_active": true}]
                """);
        assertThat(ran.exit()).isEqualTo(3);
        JsonNode rows = ran.json().path("rows");
        assertThat(rows.path(0).toString())
                .isEqualTo(
                        "{\"team\":\"T\",\"displayName\":\"Team\",\"members\":[\"A\",\"B\"],\"warnings\":[],\"error\":null}");
        assertThat(rows.path(1).path("error").asText()).contains("reaches back 10 days only and the row asks about 30");
        assertThat(rows.path(1).path("members").toString()).isEqualTo("[\"A\",\"B\"]");
        assertThat(rows.path(2).path("error").asText()).contains("there is no action \"swap\"");
        assertThat(ran.err()).contains("stopped: data.json:2: team T: the activity log reaches back 10 days");
    }

    @Test
    void a_row_that_needs_what_is_not_there_stops_and_the_others_run() throws IOException {
        Ran ran = scan("""
                [{"file_team": "T", "file_users_action": "add", "file_action_users_without_private_folder_content": true},
                 {"file_team": "T", "file_users_action": "add", "file_action_users_active": true}]
                """);
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.json().path("rows").path(0).path("error").asText()).contains("content*.json: no such file");
        assertThat(ran.json().path("rows").path(1).path("members").toString()).isEqualTo("[\"A\",\"B\"]");
    }

    @Test
    void without_the_users_nobody_is_moved() throws IOException {
        Files.delete(folder.resolve("users.json"));
        Ran ran =
                scan("[{\"file_team\": \"T\", \"file_users_action\": \"invert\", \"file_action_users_active\": true}]");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.json().path("rows").path(0).path("members").toString()).isEqualTo("[\"B\"]");
    }

    @Test
    void a_data_file_with_faults_is_wrong_usage() throws IOException {
        Ran ran = scan("[{\"file_team\": 1, \"file_teem\": \"A\"}]");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("data.json:1:16: ", "data.json:1:19: unknown key \"file_teem\"");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void a_file_that_was_cut_off_is_told_without_the_words_of_the_parser() throws IOException {
        Ran ran = scan("[{\"file_team\": \"T\"");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("data.json:1:").contains("opened at 1:2").doesNotContain("Source");
    }

    private Ran scan(String data) throws IOException {
        Path file =
                Files.writeString(Files.createDirectories(folder.resolve("in")).resolve("data.json"), data);
        return Console.run(
                "sac", "scan", file.toString(), folder.toString(), "--now", "2026-11-20T12:00:00Z", "--output", "json");
    }
}
