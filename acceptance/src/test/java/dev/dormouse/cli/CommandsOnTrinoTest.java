package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.testkit.TrinoServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same folder with {@code observations: {url: ...}} and without: every command answers the same. */
class CommandsOnTrinoTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final List<String> COMMANDS = List.of(
            "scan --output json",
            "run --output json",
            // What the first pass read is there when the second one reads the same again.
            "run --output json",
            "sources --output json",
            "explain quiet-0 --output json",
            "explain busy-0 --at 2025-12-01T00:00:00Z --output json",
            "backtest unused --from 2025-09-01 --to 2026-02-28 --thresholds 30,90 --output json",
            "select unused --free 3 --output json");

    private static final String FILES = """
            applications:
              github/acme: {accounts: {format: github-members, files: members.json}}
            sources:
              audit-log: {format: github-audit-log, files: audit-log.jsonl}
            workflows:
              - workflow: unused
                applications: [github/acme]
                select: {inactiveFor: 90d}
            """;

    private static final String TABLES = """
            applications:
              acme: {accounts: {format: github-members, files: members.json}}
            sources:
              lake:
                sql: |
                  select account, instant, kind from (values
                    ('busy-0', timestamp '2026-03-01 08:00:00', 'LOGIN'),
                    ('busy-1', timestamp '2026-03-01 08:00:00', 'LOGIN'),
                    ('quiet-0', timestamp '2025-10-01 08:00:00', 'USE'),
                    ('quiet-1', timestamp '2026-03-02 08:00:00', 'MACHINE')) as t(account, instant, kind)
            workflows:
              - workflow: unused
                applications: [acme]
                select:
                  sources:
                    lake: {inactiveFor: 90d}
                  when: activity.logins(days(90)) == 0
            """;

    @TempDir
    Path folder;

    private Path write(String name, String yaml) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        List<String> logins = Stream.of("quiet", "busy")
                .flatMap(group -> IntStream.range(0, 2).mapToObj(i -> group + "-" + i))
                .toList();
        Files.writeString(place.resolve("dormouse.yaml"), yaml);
        Files.writeString(
                place.resolve("members.json"),
                logins.stream().map(login -> "\"" + login + "\"").collect(Collectors.joining(",", "[", "]")));
        Files.writeString(
                place.resolve("audit-log.jsonl"),
                logins.stream().map(login -> event(login, Duration.ofDays(200))).collect(Collectors.joining())
                        + event("busy-0", Duration.ofDays(100))
                        + event("busy-0", Duration.ofDays(1))
                        + event("busy-1", Duration.ofDays(2)));
        for (String file : List.of("members.json", "audit-log.jsonl")) {
            Files.setLastModifiedTime(place.resolve(file), FileTime.from(NOW.minus(Duration.ofHours(1))));
        }
        return place;
    }

    private static String event(String login, Duration age) {
        return "{\"@timestamp\":" + NOW.minus(age).toEpochMilli() + ",\"action\":\"repo.create\",\"actor\":\"" + login
                + "\"}\n";
    }

    private static String onTrino() {
        return "observations: {url: \"" + TrinoServer.emptySchema() + "\"}\n";
    }

    /** Exit code, output and what was complained of; progress comes as the threads have it. */
    private static String answer(Path folder, String command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--config", folder.toString(), "--now", NOW.toString()));
        int exit = DormouseCommand.commandLine(Duration.ofMillis(1))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
        String told =
                err.toString().lines().filter(line -> !line.startsWith("…")).collect(Collectors.joining("\n"));
        return (command + ": " + exit + "\n" + out + told).replace(folder.toString(), "DIR");
    }

    private static List<String> answers(Path folder) {
        return COMMANDS.stream().map(command -> answer(folder, command)).toList();
    }

    @Test
    void each_command_answers_as_it_does_without_a_cluster() throws IOException {
        List<String> expected = answers(write("here", FILES));
        assertThat(expected).allMatch(answer -> answer.contains(": 0\n"));
        assertThat(expected.getFirst()).contains("quiet-0", "quiet-1").doesNotContain("busy");

        assertThat(answers(write("there", onTrino() + FILES))).containsExactlyElementsOf(expected);
    }

    @Test
    void tables_that_are_there_already_are_read_in_place() throws IOException {
        String scan = answer(write("there", onTrino() + TABLES), "scan --output json");

        assertThat(scan).startsWith("scan --output json: 0\n").contains("\"quiet-0\"");
        assertThat(scan).doesNotContain("\"quiet-1\"", "\"busy-0\"", "\"busy-1\"");
    }
}
