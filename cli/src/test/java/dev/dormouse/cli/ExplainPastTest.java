package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What would have been answered at a past instant. The log begins with Ann and Bob on 1 January; Ann comes back on 1 March
 * at 12:00, and again at 12:00:05 and 12:00:10; Auth0 tells the present state alone.
 */
class ExplainPastTest {

    private static final String NOW = "2024-07-01T00:00:00Z";

    private static final String ASKS = "when: activity.logins(days(30)) + activity.uses(days(31)) +"
            + " activity.count(hours(36)) + activity.activeDays(days(45)) + activity.count() >= 3 &&"
            + " activity.last() <= now && activity.last('login') <= now && !activity.never() &&"
            + " activity.inactiveFor(days(10)) && account.login != 'bob'";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("members.json"), "[\"ann\",\"bob\",\"cy\"]");
        Files.writeString(
                folder.resolve("audit.jsonl"),
                event("ann", "2024-01-01T12:00:00Z")
                        + event("bob", "2024-01-01T12:00:00Z")
                        + event("ann", "2024-03-01T12:00:00Z")
                        + event("ann", "2024-03-01T12:00:05Z")
                        + event("ann", "2024-03-01T12:00:10Z")
                        + event("bob", "2024-06-30T12:00:00Z"));
        Files.writeString(
                folder.resolve("auth0.json"),
                "[{\"user_id\":\"github|ann\",\"nickname\":\"ann\",\"last_login\":\"2024-01-05T10:00:00.000Z\"}]");
        configure("audit-log: {inactiveFor: 30d}");
    }

    private void configure(String sources) throws IOException {
        configure(sources, "2024-06-30T18:00:00Z", "");
    }

    private void configure(String sources, String logUpTo, String when, String... observations) throws IOException {
        Files.writeString(folder.resolve("dormouse.yaml"), """
                zone: UTC
                %5$s
                applications:
                  github/acme:
                    accounts: {format: github-members, files: members.json, asOf: %1$s}
                sources:
                  audit-log: {format: github-audit-log, files: audit.jsonl, asOf: %3$s}
                  auth0: {format: auth0-users, files: auth0.json, asOf: %1$s}
                workflows:
                  - workflow: licences
                    applications: [github/acme]
                    select:
                      sources:
                        %2$s
                      %4$s
                """.formatted(
                        NOW, sources, logUpTo, when, String.join("\n", observations)));
    }

    private static String event(String actor, String at) {
        return "{\"@timestamp\":" + Instant.parse(at).toEpochMilli() + ",\"action\":\"repo.create\",\"actor\":\""
                + actor + "\"}\n";
    }

    private Ran explain(String account, String at, String... more) {
        List<String> all =
                new ArrayList<>(List.of("explain", account, "--at", at, "--config", folder.toString(), "--now", NOW));
        all.addAll(List.of(more));
        return Console.run(all.toArray(String[]::new));
    }

    private String answer(String account, String at) {
        Ran ran = explain(account, at, "--fresh");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out();
    }

    @Test
    void an_account_that_is_active_today_was_dormant_then_and_the_boundary_is_exact() {
        assertThat(answer("ann", "2024-01-31T11:59:59.999999Z"))
                .startsWith("ann in github/acme under licences: active");
        assertThat(answer("ann", "2024-01-31T12:00:00Z"))
                .startsWith("ann in github/acme under licences: dormant, because audit-log: last active 2024-01-01")
                .contains("active at 2024-01-01T12:00:00Z");
        assertThat(answer("ann", "2024-03-01T11:59:59Z")).startsWith("ann in github/acme under licences: dormant");
        assertThat(answer("ann", "2024-03-01T12:00:00Z")).startsWith("ann in github/acme under licences: active");
    }

    @Test
    void within_a_day_the_events_between_its_first_and_its_last_count() {
        assertThat(answer("ann", "2024-03-01T12:00:07Z")).contains("active at 2024-03-01T12:00:05Z");
        assertThat(answer("ann", "2024-03-31T12:00:07Z")).contains("active at 2024-03-01T12:00:10Z", "active, because");
    }

    @Test
    void who_was_never_seen_is_dormant_only_where_the_log_reached_back_long_enough() {
        assertThat(answer("cy", "2024-01-15T00:00:00Z"))
                .startsWith("cy in github/acme under licences: unknown")
                .contains("too little history");
        assertThat(answer("cy", "2024-02-15T00:00:00Z")).contains("nothing seen since 2024-01-01T12:00:00Z");
    }

    @Test
    void before_the_log_begins_and_after_it_ends_nothing_is_known() {
        assertThat(answer("ann", "2023-12-31T00:00:00Z"))
                .startsWith("ann in github/acme under licences: unknown")
                .contains("its events reach back to 2024-01-01T12:00:00Z only");
        assertThat(answer("ann", "2024-06-30T23:00:00Z"))
                .startsWith("ann in github/acme under licences: unknown")
                .contains("it tells everything up to 2024-06-30T18:00:00Z only");
    }

    @Test
    void a_source_that_keeps_no_events_is_unknown_in_the_past_and_not_silent() throws IOException {
        configure("{audit-log: {inactiveFor: 30d}, auth0: {inactiveFor: 30d}}");

        assertThat(answer("ann", "2024-02-15T00:00:00Z"))
                .startsWith("ann in github/acme under licences: unknown")
                .contains("it keeps no events, so what it said at 2024-02-15T00:00:00Z is not known");
    }

    @Test
    void an_instant_to_come_is_refused() {
        Ran ran = explain("ann", "2024-07-01T00:00:01Z", "--fresh");
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.err()).contains("--at 2024-07-01T00:00:01Z is not past: it is 2024-07-01T00:00:00Z");
    }

    @Test
    void what_is_as_of_today_is_said_and_stays_out_of_the_rows() {
        assertThat(answer("ann", "2024-02-15T00:00:00Z")).contains("As of 2024-02-15T00:00:00Z", "As of today:");

        Ran csv = explain("ann", "2024-02-15T00:00:00Z", "--output=csv");
        assertThat(csv.out()).startsWith("workflow,application").doesNotContain("As of today");
        assertThat(csv.err()).contains("As of today");
    }

    /** The answer and the clause of the condition with every value that it rests on. */
    private static String condition(Ran explained) {
        assertThat(explained.exit()).as(explained.err()).isZero();
        return explained
                .out()
                .lines()
                .filter(line -> line.contains(",when "))
                .findFirst()
                .orElseThrow()
                .replaceFirst(",+[^,]*,(yes|no|unknown)$", ",$1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-14T12:00:00Z",
                "2024-02-15T11:59:59Z",
                "2024-03-01T12:00:05Z",
                "2024-03-03T00:00:05Z",
                "2024-03-31T12:00:07Z",
                "2024-04-15T12:00:09.999999Z",
                "2024-06-30T12:00:00Z"
            })
    void what_a_condition_asks_is_what_the_log_of_that_time_would_have_told_then(String at) throws IOException {
        configure("audit-log: {inactiveFor: 30d}", "2024-06-30T18:00:00Z", ASKS);
        List<String> past = new ArrayList<>();
        for (String account : List.of("ann", "bob", "cy")) {
            past.add(condition(explain(account, at, "--fresh", "--output=csv")));
        }
        List<String> all = Files.readAllLines(folder.resolve("audit.jsonl"));
        Instant then = Instant.parse(at);
        Files.write(
                folder.resolve("audit.jsonl"),
                all.stream()
                        .filter(line -> !Instant.ofEpochMilli(Long.parseLong(line.replaceAll("\\D*(\\d+).*", "$1")))
                                .isAfter(then))
                        .toList());
        configure("audit-log: {inactiveFor: 30d}", at, ASKS);
        List<String> present = new ArrayList<>();
        for (String account : List.of("ann", "bob", "cy")) {
            present.add(condition(Console.run(
                    "explain", account, "--fresh", "--output=csv", "--config", folder.toString(), "--now", at)));
        }
        assertThat(past).isEqualTo(present);
    }

    @Test
    void a_condition_counts_the_events_up_to_the_instant_and_decides_with_them() throws IOException {
        configure("audit-log: {inactiveFor: 10d}", "2024-06-30T18:00:00Z", "when: activity.uses(days(60)) >= 3");
        assertThat(answer("ann", "2024-03-15T00:00:00Z"))
                .startsWith("ann in github/acme under licences: dormant")
                .contains("activity.uses(days(60)) = 3", "all else that it asks is as of today");
        assertThat(answer("ann", "2024-04-30T12:00:04.999999Z")).contains("activity.uses(days(60)) = 2");
        assertThat(answer("ann", "2024-04-30T12:00:05Z"))
                .startsWith("ann in github/acme under licences: active")
                .contains("activity.uses(days(60)) = 1");
    }

    @Test
    void a_window_that_the_log_does_not_cover_is_unknown_with_its_reason_and_not_zero() throws IOException {
        configure("audit-log: {inactiveFor: 10d}", "2024-06-30T18:00:00Z", "when: activity.uses(days(90)) <= 1");
        assertThat(answer("ann", "2024-02-15T00:00:00Z"))
                .startsWith("ann in github/acme under licences: unknown")
                .contains("activity.uses(days(90)) = unknown")
                .contains("activity.uses(days(90)) is not known, as audit-log: its events reach back to"
                        + " 2024-01-01T12:00:00Z only.");
        // 2024 is a leap year: 90 days after the log begins.
        assertThat(answer("cy", "2024-03-31T12:00:00Z")).contains("activity.uses(days(90)) = 0");
    }

    @Test
    void a_condition_that_decides_alone_has_a_past_too() throws IOException {
        configure("audit-log: {}", "2024-06-30T18:00:00Z", "when: activity.uses(days(30)) <= 1");
        assertThat(answer("ann", "2024-02-10T00:00:00Z"))
                .startsWith("ann in github/acme under licences: dormant")
                .contains("activity.uses(days(30)) = 0");
        assertThat(answer("ann", "2024-03-10T00:00:00Z"))
                .startsWith("ann in github/acme under licences: active")
                .contains("activity.uses(days(30)) = 3");
    }

    @Test
    void a_window_that_ends_between_events_of_which_only_the_sum_is_kept_is_unknown() throws IOException {
        String observations = "observations: {keepEvents: 60d, keepDays: 400d}";
        configure("audit-log: {inactiveFor: 10d}", NOW, "when: activity.uses(days(30)) <= 2", observations);
        assertThat(Console.run("run", "--config", folder.toString(), "--now", NOW)
                        .exit())
                .isZero();

        Ran within = explain("ann", "2024-03-01T12:00:07Z");
        assertThat(within.out())
                .contains("activity.uses(days(30)) = unknown")
                .contains("audit-log: the events of that day are kept as a sum only");
        Ran begins = explain("ann", "2024-03-31T12:00:07Z");
        assertThat(begins.out())
                .contains("activity.uses(days(30)) = unknown")
                .contains("audit-log: the events of 2024-03-01 are kept as a sum only, and the window begins or ends"
                        + " between them");
        assertThat(explain("ann", "2024-03-31T11:59:59Z").out()).contains("activity.uses(days(30)) = 3");
        assertThat(explain("ann", "2024-03-15T00:00:00Z").out()).contains("activity.uses(days(30)) = 3");
    }
}
