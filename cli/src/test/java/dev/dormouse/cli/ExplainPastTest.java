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

/**
 * What would have been answered at a past instant. The log begins with Ann and Bob on 1 January; Ann comes back on 1 March
 * at 12:00, and again at 12:00:05 and 12:00:10; Auth0 tells the present state alone.
 */
class ExplainPastTest {

    private static final String NOW = "2024-07-01T00:00:00Z";

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
        Files.writeString(folder.resolve("dormouse.yaml"), """
                zone: UTC
                applications:
                  github/acme:
                    accounts: {format: github-members, files: members.json, asOf: %1$s}
                sources:
                  audit-log: {format: github-audit-log, files: audit.jsonl, asOf: 2024-06-30T18:00:00Z}
                  auth0: {format: auth0-users, files: auth0.json, asOf: %1$s}
                workflows:
                  - workflow: licences
                    applications: [github/acme]
                    select:
                      sources:
                        %2$s
                """.formatted(NOW, sources));
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
}
