package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import dev.dormouse.testkit.TrinoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same folder with {@code observations: {url: ...}} and without: every command answers the same. */
class CommandsOnTrinoTest {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("scan", "--output", "json"),
            List.of("run", "--output", "json"),
            // What the first pass read is there when the second one reads the same again.
            List.of("run", "--output", "json"),
            List.of("sources", "--output", "json"),
            List.of("explain", "dormant-0", "--output", "json"),
            List.of("explain", "audit-0", "--at", "2025-12-01T00:00:00Z", "--output", "json"),
            List.of(
                    "backtest",
                    "github-dormant-members",
                    "--from",
                    "2025-09-01",
                    "--to",
                    "2026-02-28",
                    "--thresholds",
                    "30,90",
                    "--output",
                    "json"),
            List.of("select", "github-dormant-members", "--free", "3", "--output", "json"));

    private static final String SPARE = """
            applications:
              acme: {accounts: {format: github-members, files: members.json}}
            sources:
              lake:
                sql: |
                  select account, instant, kind from (values
                    ('busy', timestamp '2026-03-01 08:00:00', 'LOGIN'),
                    ('quiet', timestamp '2025-10-01 08:00:00', 'USE'),
                    ('robot', timestamp '2026-03-02 08:00:00', 'MACHINE')) as t(account, instant, kind)
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

    private Path at(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static String onTrino() {
        return "observations: {url: \"" + TrinoServer.emptySchema() + "\"}\n";
    }

    private static List<String> answers(Path folder) {
        List<String> answers = new ArrayList<>();
        for (List<String> command : COMMANDS) {
            Ran ran = Console.runIn(folder, command.toArray(String[]::new));
            String told =
                    ran.err().lines().filter(line -> !line.startsWith("…")).collect(Collectors.joining("\n"));
            answers.add((command + ": " + ran.exit() + "\n" + ran.out() + told).replace(folder.toString(), "DIR"));
        }
        return answers;
    }

    @Test
    void each_command_answers_as_it_does_without_a_cluster() throws IOException {
        Exports here = new Exports(at("here")).write();
        Exports there = new Exports(at("there")).write();
        there.configure(onTrino() + Files.readString(here.folder().resolve("dormouse.yaml")));

        List<String> expected = answers(here.folder());

        assertThat(expected.getFirst()).contains("dormant-0", "dormant-7");
        assertThat(expected).noneMatch(answer -> answer.contains("\nerror:"));
        assertThat(answers(there.folder())).containsExactlyElementsOf(expected);
    }

    @Test
    void tables_that_are_there_already_are_read_in_place() throws IOException {
        Exports there = new Exports(at("there")).write("members.json", "[\"busy\",\"quiet\",\"robot\",\"gone\"]");
        there.configure(onTrino() + SPARE);

        Ran scan = Console.runIn(there.folder(), "scan", "--output", "json");

        assertThat(scan.exit()).as(scan.err()).isZero();
        assertThat(scan.accounts("dormant")).containsExactly("gone", "quiet");
    }
}
