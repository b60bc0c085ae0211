package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activity in the identity provider counts for an application, where the workflow says so. */
class PersonsCommandTest {

    private static final String CONFIGURATION = """
            applications:
              github/acme: {accounts: {format: github-members, files: members.json}}
            sources:
              okta-log: {format: log, files: okta-log.jsonl, mapping: okta, asOf: 2026-03-02T11:00:00Z}
              okta-users: {format: log, files: okta-users.json, mapping: okta-users}
            persons: {from: okta-users, mapping: people.csv}
            workflows:
              - workflow: w
                applications: [github/acme]
                select: {inactiveFor: 90d, sources: {okta-log: {match: person}}}
            """;

    @TempDir
    Path folder;

    private Exports exports;

    @BeforeEach
    void write() {
        exports = new Exports(folder);
        exports.configure(CONFIGURATION);
        exports.write("members.json", """
                [{"login": "octo-1", "id": 1, "email": "User-0001@acme.example"},
                 {"login": "octo-2", "id": 2, "email": "user-0002@corp.example"},
                 {"login": "octo-3", "id": 3, "email": "team@acme.example"},
                 {"login": "octo-4", "id": 4},
                 {"login": "octo-5", "id": 5, "email": "stranger@else.example"},
                 {"login": "octo-6", "id": 6}]
                """);
        exports.write(
                "okta-users.json",
                "[" + user(1, "user-0001@acme.example") + "," + user(2, "user-0002@corp.example")
                        + "," + user(3, "team@acme.example") + "," + user(4, "team@acme.example") + ","
                        + user(6, "x@y.example")
                        + "]\n");
        exports.write(
                "okta-log.jsonl",
                event(1, 300) + event(2, 200) + event(3, 200) + event(4, 1) + event(6, 2) + event(1, 1));
        exports.write("people.csv", "application,account,person\ngithub/acme,octo-6,user-0006@acme.example\n");
    }

    private static String user(int number, String login) {
        return """
            {"id": "00u%1$d", "status": "ACTIVE", "lastLogin": null,
             "profile": {"login": "%2$s", "email": "user-%1$04d@acme.example"}}""".formatted(number, login);
    }

    private static String event(int number, int days) {
        return """
            {"uuid": "e-%1$d-%2$d", "eventType": "user.session.start", "published": "%3$s", "outcome": {"result": "SUCCESS"}, \
            "actor": {"id": "00u%1$d", "type": "User", "alternateId": "user-%1$04d@acme.example"}}
            """.formatted(number, days, Exports.NOW.minus(Duration.ofDays(days)));
    }

    private Ran run(String... words) {
        return Console.runIn(folder, words);
    }

    @Test
    void a_scan_selects_by_person_and_reports_whom_it_could_not_join() {
        Ran ran = run("scan", "--output", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.accounts("dormant")).containsExactly("octo-2");
        assertThat(ran.json().path("active").asInt()).isEqualTo(2);
        assertThat(StreamSupport.stream(ran.json().path("unknown").spliterator(), false)
                        .map(one -> one.path("account").asText() + ": "
                                + one.path("reason").asText()))
                .containsExactly(
                        "octo-3: okta-log: unknown, it matches two persons, user-0003@acme.example and"
                                + " user-0004@acme.example",
                        "octo-4: okta-log: unknown, no e-mail address tells whose account it is",
                        "octo-5: okta-log: unknown, nobody in okta-users has its address stranger@else.example");
    }

    @Test
    void sources_shows_how_many_accounts_belong_to_a_person() {
        Ran ran = run("sources", "--output", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(StreamSupport.stream(ran.json().spliterator(), false)
                        .filter(row -> row.path("source").asText().equals("okta-log"))
                        .map(row -> row.path("joined").asText() + ", "
                                + row.path("coverage").asText()))
                .containsExactly("3 of 6, 50.0 %");
        assertThat(ran.err())
                .contains("okta-log of github/acme, by person: 3 of 6 accounts belong to one person, 1 match several, 2"
                        + " match nobody; 0 of the 5 accounts that the source names match nobody")
                .contains("  octo-3: it matches two persons, user-0003@acme.example and user-0004@acme.example");
    }

    @Test
    void explain_shows_why_an_account_could_not_be_joined() {
        Ran ran = run("explain", "OCTO-3");
        assertThat(ran.out())
                .contains("unknown: it matches two persons, user-0003@acme.example and user-0004@acme.example");
    }

    @Test
    void while_the_list_of_people_cannot_be_read_nobody_is_dormant() {
        exports.write("okta-users.json", "[");
        Ran ran = run("scan", "--output", "json");
        assertThat(ran.accounts("dormant")).isEmpty();
        assertThat(ran.err()).contains("the people in okta-users are not known: okta-users.json");
    }

    @Test
    void a_source_whose_names_mean_nobody_makes_nobody_dormant() {
        exports.configure(CONFIGURATION.replace("persons: {from: okta-users, mapping: people.csv}\n", ""));
        exports.write("okta-log.jsonl", (event(1, 300) + event(2, 1)).replace("@acme.example", ""));
        Ran ran = run("scan", "--output", "json");
        assertThat(ran.accounts("dormant")).isEmpty();
        assertThat(ran.err()).contains("names 2 accounts, of which only 0 match a person");
    }

    @Test
    void an_account_that_is_mapped_to_two_persons_is_a_fault_of_the_configuration() {
        exports.write(
                "people.csv",
                "application,account,person\ngithub/acme,octo-6,a@x.example\ngithub/acme,octo-6,b@x.example\n");
        Ran ran = run("check");
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.err())
                .contains("people.csv:3:1: account 'octo-6' of github/acme is mapped to two persons, a@x.example and"
                        + " b@x.example");
    }

    @Test
    void conditions_count_what_the_person_did_under_any_name() {
        exports.configure(CONFIGURATION.replace(
                "select: {inactiveFor: 90d, sources: {okta-log: {match: person}}}",
                "select: {when: \"activity.logins(days(250)) == 1\", sources: {okta-log: {match: person}}}"));
        Ran ran = run("scan", "--output", "json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.accounts("dormant")).as(ran.out()).contains("octo-1", "octo-2");
        assertThat(ran.accounts("unknown")).contains("octo-3", "octo-4", "octo-5");
    }

    @Test
    void a_look_back_takes_an_account_to_be_whose_it_is_today() {
        Ran back = backtest();
        assertThat(back.exit()).as(back.err()).isZero();
        assertThat(back.json().path("thresholds").path(0).path("selected").asInt())
                .as(back.out())
                .isEqualTo(1);
        assertThat(at("octo-2", 150)).startsWith("octo-2 in github/acme under w: active, because ");
        assertThat(at("octo-2", 100)).startsWith("octo-2 in github/acme under w: dormant, because ");
        assertThat(at("octo-3", 100)).startsWith("octo-3 in github/acme under w: unknown, because ");
    }

    @Test
    void a_look_back_trusts_no_names_that_mean_nobody() {
        exports.configure(CONFIGURATION.replace("persons: {from: okta-users, mapping: people.csv}\n", ""));
        exports.write("okta-log.jsonl", (event(1, 300) + event(2, 1)).replace("@acme.example", ""));
        Ran back = backtest();
        assertThat(back.exit()).isNotZero();
        assertThat(back.err()).contains("okta-log").contains("match a person");
        assertThat(at("octo-2", 100)).startsWith("octo-2 in github/acme under w: unknown, because ");
    }

    @Test
    void a_look_back_selects_nobody_whom_the_only_source_cannot_know() {
        exports.configure(CONFIGURATION.replace("{match: person}", "{match: person, optional: true}"));
        Ran back = backtest();
        assertThat(back.exit()).as(back.err()).isZero();
        // Those who are joined: octo-1 between its two events, octo-2 since its only one, octo-6 before it.
        assertThat(back.json()
                        .path("thresholds")
                        .path(0)
                        .path("byDay")
                        .path(90)
                        .path("standing")
                        .asInt())
                .as(back.out())
                .isEqualTo(3);
        assertThat(back.err() + back.out()).contains("3 of 6 accounts of github/acme are not joined to one person");
    }

    private Ran backtest() {
        return run("backtest", "w", "--from=2025-10-03", "--to=2026-01-01", "--thresholds=90", "--output=json");
    }

    private String at(String account, int days) {
        Ran ran = run(
                "explain",
                account,
                "--at",
                Exports.NOW.minus(Duration.ofDays(days)).toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out();
    }
}
