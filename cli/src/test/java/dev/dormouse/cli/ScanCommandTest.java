package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.cli.Console.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dormouse scan} prints. */
class ScanCommandTest {

    @TempDir
    Path folder;

    private Exports exports;

    @BeforeEach
    void write() {
        exports = new Exports(folder).write();
        exports.configure(Exports.example()
                .replace("        # - ci-bot", "        - Dormant-0\n        - nobody-any-more")
                .replace("# sourceMaxAge: 2d", "sourceMaxAge: 2d"));
    }

    private Ran scan(String... more) {
        List<String> words = new ArrayList<>(List.of("scan", folder.toString(), "--now", Exports.NOW.toString()));
        words.addAll(List.of(more));
        return Console.run(words.toArray(String[]::new));
    }

    @Test
    void json_is_one_object_with_three_arrays_and_the_count_of_the_active() {
        Ran ran = scan("--output", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode root = ran.json();
        assertThat(root.propertyStream().map(java.util.Map.Entry::getKey))
                .containsExactly("dormant", "unknown", "exempt", "active");
        assertThat(root.path("dormant")).hasSize(7);
        assertThat(root.path("unknown").isArray()).isTrue();
        assertThat(root.path("exempt")).hasSize(1);
        assertThat(root.path("active").asInt()).isEqualTo(32);
    }

    @Test
    void each_account_has_application_account_last_activity_source_and_reason() {
        JsonNode dormant = scan("--output", "json").json().path("dormant");
        dormant.forEach(one -> {
            assertThat(one.propertyStream().map(java.util.Map.Entry::getKey))
                    .containsExactly("application", "account", "lastActivity", "source", "reason");
            assertThat(one.path("application").asText()).isEqualTo("github/exports");
            assertThat(one.path("account").asText()).startsWith("dormant-");
            assertThat(one.path("lastActivity").asText()).isEqualTo("2025-08-14T12:00:00Z");
            assertThat(one.path("source").asText()).isEqualTo("audit-log");
            assertThat(one.path("reason").asText()).isNotBlank();
        });
    }

    @Test
    void an_exempt_account_keeps_its_spelling_and_an_exemption_that_matches_nobody_is_told() {
        Ran ran = scan("--output", "json");
        assertThat(ran.accounts("exempt")).containsExactly("dormant-0");
        assertThat(ran.err()).contains("warning: the exemption 'nobody-any-more' matches nobody any more");
    }

    @Test
    void a_table_ends_with_the_sum() {
        Ran ran = scan();
        assertThat(ran.out())
                .startsWith("answer")
                .contains("dormant  github/exports  dormant-1")
                .contains("github-dormant-members: 7 dormant, 32 active, 1 exempt, 0 unknown of 40 accounts");
    }

    @Test
    void csv_has_the_names_of_the_columns_first_and_windows_line_ends() {
        Ran ran = scan("--output", "csv");
        assertThat(ran.out())
                .startsWith(
                        "answer,application,account,lastActivity,source,reason\r\ndormant,github/exports,dormant-1,");
        assertThat(ran.out().lines()).hasSize(9);
    }

    @Test
    void a_scan_changes_nothing_in_its_folder() throws java.io.IOException {
        scan();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "dormouse.yaml",
                            Exports.DORMANT_REPORT,
                            Exports.PEOPLE_PAGE,
                            Exports.AUDIT_LOG,
                            Exports.AUTH0,
                            Exports.MEMBERS);
        }
    }

    @Test
    void an_account_that_cannot_be_judged_is_unknown_with_its_reason() throws java.io.IOException {
        Files.delete(folder.resolve(Exports.AUTH0));
        Ran ran = scan("--output", "json");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.accounts("dormant")).isEmpty();
        assertThat(ran.accounts("unknown")).contains("dormant-1");
        assertThat(ran.json().path("unknown").path(0).path("reason").asText()).contains("auth0");
    }

    @Test
    void two_folders_are_refused() {
        for (String command : List.of("scan", "check")) {
            Ran ran = Console.run(command, "here", "--config", "there");
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("dormouse: name one folder: here, or --config there");
        }
    }

    @Test
    void the_file_stands_for_its_folder() {
        String file = folder.resolve("dormouse.yaml").toString();
        assertThat(Console.run("scan", file, "--now", Exports.NOW.toString()).exit())
                .isZero();
        assertThat(Console.run("check", "--config", file).exit()).isZero();
    }
}
