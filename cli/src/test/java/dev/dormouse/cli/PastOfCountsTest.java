package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody whom one source has not seen for long, and another, which the condition alone asks, sees every other day. */
class PastOfCountsTest {

    private static final String CONFIGURATION = """
            applications:
              github/acme: {accounts: {format: github-members, files: members.json}}
            sources:
              audit-log: {format: github-audit-log, files: audit.jsonl, asOf: 2026-03-02T11:00:00Z}
              second-log: {format: log, files: second.csv, mapping: {account: user, time: at}, asOf: 2026-03-02T11:00:00Z}
            workflows:
              - workflow: w
                applications: [github/acme]
                select:
                  when: activity.count(days(30)) <= 1
                  sources: {audit-log: {inactiveFor: 30d}, second-log: {optional: true}}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        Exports exports = new Exports(folder);
        exports.configure(CONFIGURATION);
        exports.write("members.json", "[\"user-0001\"]");
        exports.write("audit.jsonl", audited(300) + audited(299));
        StringBuilder log = new StringBuilder("user,at\n");
        for (int days = 300; days > 0; days -= 2) {
            log.append("user-0001,")
                    .append(Exports.NOW.minus(Duration.ofDays(days)))
                    .append('\n');
        }
        exports.write("second.csv", log.toString());
    }

    private static String audited(int days) {
        return "{\"@timestamp\":" + Exports.NOW.minus(Duration.ofDays(days)).toEpochMilli()
                + ",\"action\":\"repo.create\",\"actor\":\"user-0001\"}\n";
    }

    @Test
    void what_takes_no_part_in_a_look_back_is_not_taken_for_silence() {
        assertThat(Console.runIn(folder, "scan").out()).contains("w: 0 dormant, 1 active");
        Ran back = Console.runIn(
                folder, "backtest", "w", "--from", "2025-12-01", "--to", "2026-02-01", "--output", "json");
        assertThat(back.exit()).as(back.err()).isZero();
        assertThat(back.json().path("thresholds")).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("selected").asInt()).isZero();
            assertThat(one.path("seatDays").asInt()).isZero();
        });
        assertThat(back.out() + back.err())
                .contains("Without second-log", "what the condition counts is unknown, and nobody is selected");
    }
}
