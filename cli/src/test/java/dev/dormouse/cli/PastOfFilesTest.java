package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.cli.Console.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A folder with a list of members and an audit log that is rotated between two passes: what the first pass read is part of
 * the past that the second one can be asked about.
 *
 * <p>Ann is silent from 1 January 12:00 to 1 March 12:00, which is 60 days, and again from 20 June on. Bob is never there
 * again after 1 January, Cy at the latest every 21 days.
 */
class PastOfFilesTest {

    private static final String AUDIT_LOG = "format: github-audit-log";
    private static final String ANY_LOG = "format: log, mapping: github-audit";
    private static final String FIRST_PASS = "2024-04-01T00:00:00Z";
    private static final String SECOND_PASS = "2024-07-01T00:00:00Z";

    @TempDir
    Path folder;

    @BeforeEach
    void members() throws IOException {
        Files.writeString(folder.resolve("members.json"), "[\"ann\",\"bob\",\"cy\"]");
    }

    /** Two passes; the second finds a log that no longer holds what the first one read. */
    private void runTwice(String format) throws IOException {
        configure(format, FIRST_PASS);
        log(
                "ann 2024-01-01",
                "bob 2024-01-01",
                "cy 2024-01-01",
                "cy 2024-01-20",
                "cy 2024-02-10",
                "ann 2024-03-01",
                "cy 2024-03-01",
                "cy 2024-03-20");
        assertThat(dormouse(FIRST_PASS, "run").exit()).isZero();
        configure(format, SECOND_PASS);
        log(
                "cy 2024-03-20",
                "cy 2024-04-10",
                "cy 2024-05-01",
                "cy 2024-05-20",
                "cy 2024-06-10",
                "ann 2024-06-20",
                "cy 2024-06-30");
        assertThat(dormouse(SECOND_PASS, "run").exit()).isZero();
    }

    private void configure(String format, String asOf) throws IOException {
        Files.writeString(folder.resolve("dormouse.yaml"), """
                zone: UTC
                applications:
                  github/acme:
                    accounts: {format: github-members, files: members.json, asOf: %2$s}
                    seatPrice: 1.00 EUR per day
                sources:
                  audit-log: {%1$s, files: audit.jsonl, asOf: %2$s}
                workflows:
                  - workflow: licences
                    applications: [github/acme]
                    select:
                      sources:
                        audit-log: {inactiveFor: 30d}
                """.formatted(format, asOf));
    }

    /** Also replaces what stands under {@code select}. */
    private void select(String... lines) throws IOException {
        Path file = folder.resolve("dormouse.yaml");
        String before = Files.readString(file).replaceFirst("(?s)select:\n.*", "select:\n");
        Files.writeString(file, before + String.join("\n", lines).indent(10));
    }

    private void log(String... events) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String event : events) {
            int space = event.indexOf(' ');
            String actor = event.substring(0, space);
            Instant at = Instant.parse(event.substring(space + 1) + "T12:00:00Z");
            lines.add("{\"@timestamp\":" + at.toEpochMilli() + ",\"action\":\"repo.create\",\"actor\":\"" + actor
                    + "\",\"_document_id\":\"" + event + "\"}");
        }
        Files.write(folder.resolve("audit.jsonl"), lines);
    }

    private Ran dormouse(String now, String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--config", folder.toString(), "--now", now));
        return Console.run(all.toArray(String[]::new));
    }

    private Ran backtest(String output) {
        return dormouse(
                SECOND_PASS,
                "backtest",
                "licences",
                "--from",
                "2024-01-15",
                "--to",
                "2024-03-31",
                "--thresholds",
                "30,60",
                "--output",
                output);
    }

    @ParameterizedTest
    @ValueSource(strings = {AUDIT_LOG, ANY_LOG})
    void the_past_reaches_over_both_logs_and_its_cells_are_those_worked_out_by_hand(String format) throws IOException {
        runTwice(format);

        Ran ran = backtest("json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode thirty = ran.json().path("thresholds").path(0);
        // Ann from 1 February to 1 March, Bob from 1 February to 31 March.
        assertThat(thirty.path("selected").asLong()).isEqualTo(2);
        assertThat(thirty.path("seatDays").asLong()).isEqualTo(30 + 60);
        assertThat(thirty.path("money").path("EUR").asDouble()).isEqualTo(90);
        for (JsonNode returned : thirty.path("returns")) {
            assertThat(returned.path("selected").asLong()).isEqualTo(2);
            assertThat(returned.path("usedAgain").asLong()).isEqualTo(1);
            assertThat(returned.path("daysLeftOut").asLong()).isZero();
        }
        assertThat(standing(thirty, "2024-01-31")).isZero();
        assertThat(standing(thirty, "2024-02-01")).isEqualTo(2);
        assertThat(standing(thirty, "2024-03-01")).isEqualTo(2);
        assertThat(standing(thirty, "2024-03-02")).isEqualTo(1);
        // Bob alone, from 2 to 31 March: after exactly 60 days Ann was there again.
        JsonNode sixty = ran.json().path("thresholds").path(1);
        assertThat(sixty.path("selected").asLong()).isEqualTo(1);
        assertThat(sixty.path("seatDays").asLong()).isEqualTo(30);
        assertThat(sixty.path("returns").path(2).path("usedAgain").asLong()).isZero();
        assertThat(standing(sixty, "2024-03-01")).isZero();
        assertThat(standing(sixty, "2024-03-02")).isEqualTo(1);
    }

    @Test
    void what_a_condition_asks_of_accounts_narrows_the_past_and_a_note_says_so() throws IOException {
        runTwice(AUDIT_LOG);
        select("sources: {audit-log: {inactiveFor: 30d}}", "when: account.login == 'ann'");

        JsonNode thirty = backtest("json").json().path("thresholds").path(0);
        assertThat(thirty.path("seatDays").asLong()).isEqualTo(30);
        assertThat(thirty.path("byDay").path(0).path("accounts").asLong()).isEqualTo(1);
        assertThat(backtest("table").out())
                .contains("Only accounts for which the condition ('when') is true: what it asks of accounts is as of"
                        + " today.");

        // Nobody's address is told, so it is unknown, which selects nobody.
        select("sources: {audit-log: {inactiveFor: 30d}}", "when: account.email != 'ann@acme.example'");
        assertThat(backtest("json")
                        .json()
                        .path("thresholds")
                        .path(0)
                        .path("selected")
                        .asLong())
                .isZero();
    }

    @Test
    void what_a_condition_counts_is_weighed_on_every_day_of_utc_on_which_the_log_covers_the_window()
            throws IOException {
        runTwice(AUDIT_LOG);
        select("sources: {audit-log: {inactiveFor: 30d}}", "when: activity.uses(days(30)) == 0");
        assertThat(backtest("json")
                        .json()
                        .path("thresholds")
                        .path(0)
                        .path("seatDays")
                        .asLong())
                .isEqualTo(30 + 60);

        // The log begins on 1 January at 12:00, and Ann was there again 60 days later: Bob alone, from 2 March.
        select("sources: {audit-log: {inactiveFor: 30d}}", "when: activity.uses(days(60)) == 0");
        JsonNode thirty = backtest("json").json().path("thresholds").path(0);
        assertThat(thirty.path("seatDays").asLong()).isEqualTo(30);
        assertThat(standing(thirty, "2024-03-01")).isZero();
        assertThat(standing(thirty, "2024-03-02")).isEqualTo(1);
        assertThat(backtest("table").out())
                .contains("days are those of UTC, and each is judged by what happened")
                .contains("what the condition counts in 60 days is unknown until so many days later");
    }

    @Test
    void what_no_day_of_the_past_can_tell_is_refused_and_the_fact_named() throws IOException {
        runTwice(AUDIT_LOG);
        select("sources: {audit-log: {inactiveFor: 30d}}", "when: activity.inactiveFor(days(60))");
        assertThat(backtest("json").err()).contains("asks activity.inactiveFor(days(60)); of the past");
        select("sources: {audit-log: {inactiveFor: 30d}}", "when: activity.uses(hours(36)) < 1 && activity.uses() < 9");
        assertThat(backtest("json").err()).contains("asks activity.uses(hours(36)), activity.uses(); of the past");

        select("sources: [audit-log]", "when: account.login == 'ann'");
        assertThat(backtest("json").err()).contains("decides alone", "the workflow must have one");
    }

    @Test
    void the_seats_to_free_are_those_of_whom_the_condition_is_true_while_everybody_tells_the_odds() throws IOException {
        runTwice(AUDIT_LOG);
        double odds = free().path(0).path("usedWithin90Days").asDouble();
        select("sources: {audit-log: {inactiveFor: 30d}}", "when: account.login != 'cy'");
        assertThat(free().path(0).path("account").asText()).isEqualTo("bob");
        assertThat(free().path(0).path("usedWithin90Days").asDouble()).isEqualTo(odds);
        select("sources: {audit-log: {inactiveFor: 30d}}", "when: account.login != 'bob'");
        assertThat(free()).isEmpty();
    }

    private JsonNode free() {
        Ran ran = dormouse(SECOND_PASS, "select", "licences", "--free", "5", "--output", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private static long standing(JsonNode threshold, String day) {
        for (JsonNode one : threshold.path("byDay")) {
            if (one.path("day").asText().equals(day)) {
                return one.path("standing").asLong();
            }
        }
        throw new AssertionError("no day " + day + " in " + threshold);
    }

    @Test
    void one_reading_that_fails_makes_no_gap_in_a_log_that_is_rotated() throws IOException {
        configure(AUDIT_LOG, FIRST_PASS);
        log("ann 2024-01-01", "cy 2024-03-20");
        assertThat(dormouse(FIRST_PASS, "run").exit()).isZero();
        Files.writeString(folder.resolve("audit.jsonl"), "");
        assertThat(dormouse("2024-04-02T00:00:00Z", "run").exit()).isEqualTo(4);
        configure(AUDIT_LOG, SECOND_PASS);
        log("cy 2024-03-31", "cy 2024-06-30");
        assertThat(dormouse(SECOND_PASS, "run").exit()).isZero();

        JsonNode sources = dormouse(SECOND_PASS, "sources", "--output", "json").json();
        assertThat(sources.findValuesAsText("completeFrom")).contains("2024-01-01T12:00:00Z");
    }

    @Test
    void the_table_and_the_page_say_the_same_and_nothing_is_fetched() throws IOException {
        runTwice(AUDIT_LOG);

        Ran table = backtest("table");
        assertThat(table.out())
                .containsPattern("30 days +2 +1 +50\\.0 % .* 90 +90\\.00 EUR")
                .containsPattern("60 days +1 +1 +0\\.0 % .* 30 +30\\.00 EUR")
                .contains("Only accounts that are listed today");

        Ran page = backtest("html");
        assertThat(page.out())
                .startsWith("<!doctype html>")
                .contains("90.00 EUR", "30.00 EUR")
                .doesNotContain("src=\"http", "href=\"http");
    }

    @Test
    void the_seats_to_free_are_those_whom_the_whole_past_makes_least_likely_to_return() throws IOException {
        runTwice(AUDIT_LOG);

        Ran json = dormouse(SECOND_PASS, "select", "licences", "--free", "5", "--output", "json");
        assertThat(json.exit()).as(json.err()).isZero();
        assertThat(json.json()).hasSize(1);
        JsonNode seat = json.json().path(0);
        assertThat(seat.path("account").asText()).isEqualTo("bob");
        assertThat(seat.path("lastActivity").asText()).isEqualTo("2024-01-01T12:00:00Z");
        assertThat(seat.path("silentDays").asLong())
                .isEqualTo(Duration.between(Instant.parse("2024-01-01T12:00:00Z"), Instant.parse(SECOND_PASS))
                        .toDays());
        assertThat(json.err()).contains("1 seats, as no more are dormant");

        Ran table = dormouse(SECOND_PASS, "select", "licences", "--free", "5");
        assertThat(table.out()).contains("bob", "181").doesNotContain("ann", "cy ");
    }

    @Test
    void a_seat_that_only_a_source_without_events_saw_shows_that_activity() {
        Exports exports = new Exports(folder).write();
        exports.write(
                Exports.AUDIT_LOG,
                Exports.auditLog()
                        .lines()
                        .filter(line -> !line.contains("\"dormant-0\""))
                        .collect(Collectors.joining("\n", "", "\n")));

        Ran ran = Console.runIn(folder, "select", "github-dormant-members", "--free", "8", "--output", "json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json())
                .filteredOn(seat -> seat.path("account").asText().equals("dormant-0"))
                .singleElement()
                .satisfies(
                        seat -> assertThat(seat.path("lastActivity").asText()).isEqualTo("2025-06-01T10:00:00Z"));
    }

    @Test
    void a_time_before_the_first_observation_is_refused_with_the_first_day() throws IOException {
        runTwice(AUDIT_LOG);

        Ran ran = dormouse(SECOND_PASS, "backtest", "licences", "--from", "2019-01-01", "--to", "2019-02-01");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("reach back to 2024-01-01 only; write a --to that is not earlier");
    }
}
