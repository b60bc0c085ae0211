package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One licence judged for itself, by a file that says which licence was used. */
class GrantsCommandTest {

    private static final String CONFIGURATION = """
            applications:
              sac/prod: {accounts: {format: github-members, files: members.json}}
            sources:
              licences:
                format: log
                files: licences.csv
                asOf: 2026-03-02T11:00:00Z
                mapping: {each: account, account: user, time: lastUsed, entitlement: licence, entitlementPrefix: org-}
            workflows:
              - workflow: unused-licences
                applications: [sac/prod]
                subject: grant
                select: {inactiveFor: 90d, neverActive: since-created, holding: [org-member]}
            """;

    @TempDir
    Path folder;

    private Exports exports;

    @BeforeEach
    void write() {
        exports = new Exports(folder);
        exports.configure(CONFIGURATION);
        exports.write(
                "licences.csv",
                "user,licence,lastUsed\n"
                        + line("user-1", "member", 1)
                        + line("user-1", "other", 300)
                        + line("user-2", "member", 200)
                        + line("user-2", "other", 1));
        exports.write("members.json", "[\"User-1\", \"user-2\"]\n");
    }

    private static String line(String user, String licence, int days) {
        return user + "," + licence + "," + Exports.NOW.minus(Duration.ofDays(days)) + "\n";
    }

    private Ran run(String... words) {
        return Console.runIn(folder, words);
    }

    @Test
    void a_scan_names_the_entitlement_that_nobody_uses() {
        Ran ran = run("scan", "--output", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(StreamSupport.stream(ran.json().path("dormant").spliterator(), false)
                        .map(one -> one.path("account").asText() + " "
                                + one.path("entitlement").asText()))
                .as(ran.out())
                .containsExactly("user-2 org-member");
        assertThat(ran.json().path("active").asInt()).isEqualTo(1);
        assertThat(run("scan").out()).contains("entitlement", "unused-licences: 1 dormant, 1 active");
    }

    @Test
    void explain_takes_the_account_and_the_entitlement() {
        Ran ran = run("explain", "USER-2", "Org-Member");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("user-2 in sac/prod, org-member, under unused-licences: dormant, because ");
        Ran other = run("explain", "user-2", "licence:gold");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err())
                .contains("'user-2' does not hold 'licence:gold'")
                .contains("it holds: org-member");
        assertThat(run("explain", "user-2", "--output", "json").json())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("entitlement").asText()).isEqualTo("org-member"));
    }

    /** A log of single uses: user-1 uses the one licence, user-2 the other alone, since half a year. */
    private void logOfUses() {
        exports.configure(CONFIGURATION.replace("each: account, ", ""));
        StringBuilder log = new StringBuilder("user,licence,lastUsed\n");
        for (int days = 400; days > 0; days -= 10) {
            log.append(line("user-1", "member", days));
            log.append(line("user-2", days > 180 ? "member" : "other", days));
        }
        exports.write("licences.csv", log.toString());
    }

    @Test
    void a_backtest_looks_back_on_each_licence() {
        logOfUses();
        Ran ran = run("backtest", "unused-licences", "--from", "2025-09-01", "--to", "2026-02-01", "--output", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(StreamSupport.stream(ran.json().path("thresholds").spliterator(), false)
                        .filter(one -> one.path("selected").asInt() == 1)
                        .count())
                .as(ran.out())
                .isEqualTo(5);
    }

    @Test
    void a_licence_that_the_log_writes_in_another_way_is_not_selected() {
        logOfUses();
        exports.configure(CONFIGURATION.replace("each: account, ", "").replace("[org-member]", "[\"org-member \"]"));
        Ran ran = run("backtest", "unused-licences", "--from", "2025-09-01", "--to", "2026-02-01", "--output", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().path("thresholds"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("selected").asInt()).isZero());
    }

    @Test
    void select_names_the_licence_that_is_least_likely_to_be_used_again() {
        logOfUses();
        Ran ran = run("select", "unused-licences", "--free", "5", "--output", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json()).singleElement().satisfies(seat -> {
            assertThat(seat.path("account").asText()).isEqualTo("user-2");
            assertThat(seat.path("entitlement").asText()).isEqualTo("org-member");
            assertThat(seat.path("silentDays").asText()).isEqualTo("189");
        });
    }

    @Test
    void explain_at_a_past_instant_is_about_the_one_licence() {
        logOfUses();
        Instant before = Exports.NOW.minus(Duration.ofDays(120));
        Ran then = run("explain", "user-2", "org-member", "--at", before.toString());
        assertThat(then.exit()).as(then.err()).isZero();
        assertThat(then.out()).startsWith("user-2 in sac/prod, org-member, under unused-licences: active, because ");
        Ran later = run(
                "explain",
                "user-2",
                "org-member",
                "--at",
                Exports.NOW.minus(Duration.ofDays(50)).toString());
        assertThat(later.out()).startsWith("user-2 in sac/prod, org-member, under unused-licences: dormant, because ");
    }
}
