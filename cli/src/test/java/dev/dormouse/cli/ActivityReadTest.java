package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dormouse.cli.Console.Ran;
import dev.dormouse.testkit.Shared;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code activity read} prints as JSON: a line for each activity, and the summary as the last. */
class ActivityReadTest {

    private static final String OKTA = """
            {"eventType":"user.session.start","actor":{"id":"u1","alternateId":"user-0001@acme.example","type":"User"},"published":"2024-06-01T10:00:00.123456789+02:00","outcome":{"result":"SUCCESS"},"uuid":"1"}
            {"eventType":"user.session.start","actor":{"id":"u2","alternateId":"user-0002@acme.example","type":"User"},"published":"2024-06-01T11:00:00Z","outcome":{"result":"FAILURE"},"uuid":"2"}
            {"eventType":"policy.rule.update","actor":{"id":"s","alternateId":"system@okta.com","type":"SystemPrincipal"},"published":"2024-06-01T12:00:00Z","uuid":"3"}
            """;

    private static final String FIRST = """
            {"line":1,"account":"u1","email":"user-0001@acme.example","at":"2024-06-01T08:00:00.123456789Z","kind":"login","success":true,"event":"user.session.start"}""";

    private static final String SECOND = """
            {"line":2,"account":"u2","email":"user-0002@acme.example","at":"2024-06-01T11:00:00Z","kind":"login","success":false,"event":"user.session.start"}""";

    private static final String SUMMARY = """
            {"mapping":"okta","records":3,"activity":2,"failed":1,"machine":0,"other":1,"never":0,"cutOff":false,"unreadable":[]}""";

    @TempDir
    Path folder;

    @Test
    void each_activity_is_an_object_in_a_line_of_its_own_and_the_summary_is_the_last() throws IOException {
        Ran read = read(write("audit.jsonl", OKTA), "--mapping", "okta");

        assertThat(read.out().lines()).containsExactly(FIRST, SECOND, SUMMARY);
        assertThat(read.err()).isEmpty();
        assertThat(read.exit()).isZero();
    }

    @Test
    void times_without_an_offset_are_of_the_zone_that_is_named() throws IOException {
        Path file = write("log.csv", "user,time\nuser-0001,2024-06-01 10:00:00\n");

        assertThat(read(file, "--zone", "Europe/Berlin").out()).contains("\"at\":\"2024-06-01T08:00:00Z\"");
        assertThat(read(file, "--zone", "Berlin").exit()).isEqualTo(2);
    }

    @Test
    void without_a_mapping_the_format_is_recognised_and_it_is_said_which_and_why() throws IOException {
        Path file = write("audit.jsonl", OKTA);
        Ran read = read(file);

        assertThat(read.out().lines()).containsExactly(FIRST, SECOND, SUMMARY);
        assertThat(read.err())
                .isEqualToIgnoringNewLines(file + ": read as okta (3 of the first 3 records look like okta)");
        assertThat(read.exit()).isZero();
    }

    @Test
    void a_file_packed_with_gzip_tells_the_same() throws IOException {
        Path file = folder.resolve("audit.jsonl.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(OKTA.getBytes(StandardCharsets.UTF_8));
        }

        Ran read = read(file, "--mapping", "okta");
        assertThat(read.out().lines()).containsExactly(FIRST, SECOND, SUMMARY);
        assertThat(read.exit()).isZero();
    }

    @Test
    void machines_are_counted_apart_and_a_mapping_of_ones_own_is_read_from_its_file() throws IOException {
        Path mapping = write("door.yaml", """
                account: badge
                time: at
                machine: {kind: robot}
                other: {kind: test}
                """);
        Path log = write("door.jsonl", """
                {"badge":"b-1","at":1717236000}
                {"badge":"b-2","at":1717236000,"kind":"robot"}
                {"badge":"b-3","at":1717236000,"kind":"test"}
                """);
        Ran read = read(log, "--mapping", mapping.toString());

        assertThat(lines(read)).extracting(line -> line.path("kind").asText()).containsExactly("use", "machine", "");
        assertThat(summary(read).path("machine").asInt()).isEqualTo(1);
        assertThat(summary(read).path("other").asInt()).isEqualTo(1);
        assertThat(lines(read).getFirst().path("email").isNull()).isTrue();
    }

    @Test
    void an_unknown_mapping_is_refused_with_the_names_of_all_and_nothing_is_read() throws IOException {
        Ran read = read(write("audit.jsonl", OKTA), "--mapping", "octa");

        assertThat(read.exit()).isEqualTo(Exit.USAGE);
        assertThat(read.out()).isEmpty();
        assertThat(read.err())
                .contains("'mapping' must be one of github-audit, okta,")
                .contains("not octa");
    }

    @Test
    void a_format_that_nobody_knows_is_refused() throws IOException {
        Path file = write("strange.jsonl", "{\"colour\":\"red\"}\n");
        Ran read = read(file);

        assertThat(read.exit()).isEqualTo(Exit.FAILED);
        assertThat(read.out()).isEmpty();
        assertThat(read.err()).contains("its records are of no format that is known; name a mapping (github-audit,");
    }

    @Test
    void a_file_without_a_record_is_of_no_format() throws IOException {
        for (String nothing : List.of("[]\n", "{\"value\":[]}\n")) {
            Ran read = read(write("empty.json", nothing));

            assertThat(read.exit()).isEqualTo(Exit.FAILED);
            assertThat(read.err()).contains("empty.json:1:1: it holds no record, so that nobody can tell its format;");
        }
    }

    @Test
    void what_cannot_be_read_is_told_with_file_line_column_and_reason_and_too_much_of_it_is_unhealthy()
            throws IOException {
        Path file = write(
                "audit.jsonl",
                OKTA
                        + "{\"eventType\":\"x\",\"actor\":{\"id\":\"u9\"},\"published\":\"1970-01-01T00:00:00Z\"}\n{\"eventType\"!\n");
        Ran read = read(file, "--mapping", "okta");

        assertThat(read.out().lines()).startsWith(FIRST, SECOND).hasSize(3);
        JsonNode summary = summary(read);
        assertThat(summary.path("records").asInt()).isEqualTo(5);
        assertThat(summary.path("activity").asInt()
                        + summary.path("other").asInt()
                        + summary.path("unreadable").size())
                .isEqualTo(5);
        JsonNode first = summary.path("unreadable").path(0);
        assertThat(first.path("file").asText()).isEqualTo(file.toString());
        assertThat(first.path("line").asInt()).isEqualTo(4);
        assertThat(first.path("reason").asText()).isEqualTo("the time says never");
        JsonNode second = summary.path("unreadable").path(1);
        assertThat(second.path("line").asInt()).isEqualTo(5);
        assertThat(second.path("column").asInt()).isEqualTo(13);
        assertThat(second.path("reason").asText()).startsWith("not valid JSON");
        assertThat(read.err()).contains("unhealthy: 2 of 5 records cannot be read, more than 1.0 %");
        assertThat(read.exit()).isEqualTo(Exit.UNHEALTHY);
        assertThat(read(file, "--mapping", "okta", "--max-unreadable", "40").exit())
                .isZero();
    }

    @Test
    void a_file_that_ends_within_a_record_is_cut_off_and_what_it_holds_is_shown() throws IOException {
        Ran read = read(write("audit.jsonl", OKTA + "{\"eventType\":\"user.se"), "--mapping", "okta");

        assertThat(read.out().lines()).startsWith(FIRST, SECOND);
        assertThat(summary(read).path("cutOff").asBoolean()).isTrue();
        assertThat(read.err()).contains("unhealthy: the file is cut off or holds nothing; export it again");
        assertThat(read.exit()).isEqualTo(Exit.UNHEALTHY);
    }

    @Test
    void an_empty_file_is_unhealthy_and_no_proof_that_nobody_was_active() throws IOException {
        Ran read = read(write("audit.jsonl", ""));

        assertThat(lines(read)).hasSize(1);
        assertThat(summary(read).path("records").asInt()).isZero();
        assertThat(summary(read).path("cutOff").asBoolean()).isTrue();
        assertThat(read.err()).contains("unhealthy: the file is cut off or holds nothing; export it again");
        assertThat(read.exit()).isEqualTo(Exit.UNHEALTHY);
    }

    @Test
    void a_file_that_is_not_there_is_told_and_nothing_is_printed() {
        Path file = folder.resolve("no.jsonl");
        Ran read = read(file);

        assertThat(read.exit()).isEqualTo(Exit.FAILED);
        assertThat(read.out()).isEmpty();
        assertThat(read.err()).contains(file.toString());
    }

    @Test
    void the_answer_adds_up_for_a_log_of_a_vendor() {
        Path log = Shared.path("inputs/logs/elastic/google_workspace/login/test-login.log");
        Ran read = read(log);

        JsonNode summary = summary(read);
        assertThat(read.exit()).isZero();
        assertThat(read.err()).contains("read as google-reports (");
        assertThat(summary.path("mapping").asText()).isEqualTo("google-reports");
        assertThat(summary.path("activity").asInt()).isEqualTo(8);
        assertThat(summary.path("other").asInt()).isEqualTo(9);
        assertThat(summary.path("unreadable")).isEmpty();
        assertThat(lines(read)).hasSize(9);
        assertThat(lines(read).subList(0, 8)).allSatisfy(line -> {
            assertThat(line.path("account").asText()).isNotEmpty();
            assertThat(line.path("at").asText()).endsWith("Z");
        });
    }

    private static Ran read(Path file, String... more) {
        List<String> words = new ArrayList<>(List.of("activity", "read", file.toString()));
        words.addAll(List.of(more));
        words.addAll(List.of("--output", "json"));
        return Console.run(words.toArray(String[]::new));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<JsonNode> lines(Ran read) {
        return read.out().lines().map(ActivityReadTest::json).toList();
    }

    private static JsonNode summary(Ran read) {
        return lines(read).getLast();
    }

    private static JsonNode json(String line) {
        try {
            return new JsonMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + line, e);
        }
    }
}
