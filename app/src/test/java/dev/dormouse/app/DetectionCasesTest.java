package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.spi.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D1 to D4: who is dormant when all sources speak together. */
class DetectionCasesTest {

    private static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");
    private static final String BOT = "moj-operations-engineering-bot";
    private static final List<String> MEMBERS = List.of(
            "dormant-user", BOT, "active-auth0-user", "active-org-file-user", "active-audit-log-user", "collab-user");

    @TempDir
    Path folder;

    @Test
    void D1_only_the_member_whom_no_source_saw_is_dormant() {
        Site.Found found = site("ministryofjustice", MEMBERS, true, BOT).scan();
        assertThat(found.faults()).isEmpty();
        assertThat(found.dormant()).containsExactly("dormant-user");
        assertThat(found.logins(Answer.EXEMPT)).containsExactly(BOT);
    }

    @Test
    void D2_without_Auth0_and_exemptions_the_bot_and_the_user_of_Auth0_are_dormant_too() {
        Site.Found found = site("moj-analytical-services", MEMBERS, false, "").scan();
        assertThat(found.faults()).isEmpty();
        assertThat(found.dormant()).containsExactly("active-auth0-user", "dormant-user", BOT);
    }

    @Test
    void D3_without_members_nobody_is_dormant_and_the_list_is_not_believed() {
        Site.Found found = site("ministryofjustice", List.of(), true, BOT).scan();
        assertThat(found.dormant()).isEmpty();
        assertThat(found.faults()).singleElement().asString().startsWith("accounts: members.json");
    }

    @Test
    void D4_an_organisation_that_nobody_configured_is_refused() {
        Site site = site("ministryofjustice", MEMBERS, true, BOT);
        site.write(
                "dormouse.yaml",
                yaml("ministryofjustice", true, BOT).replace("[github/ministry", "[github/some-org, github/ministry"));
        assertThatThrownBy(site::scan)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("dormouse.yaml:")
                .hasMessageContaining("there is no application 'github/some-org'");
    }

    private Site site(String organisation, List<String> members, boolean auth0, String exempt) {
        Site site = new Site(folder, NOW);
        site.write("members.json", json(members));
        site.write("dormant.csv", report());
        site.write(
                "export.json",
                MEMBERS.stream()
                        .map(login -> "{\"login\":\"" + login + "\",\"last_active\":\""
                                + (login.equals("active-org-file-user")
                                        ? NOW.minus(Duration.ofDays(20))
                                        : "No activity")
                                + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        site.write(
                "audit-log.jsonl",
                event("somebody-else", Duration.ofDays(170)) + event("active-audit-log-user", Duration.ZERO));
        site.write(
                "auth0-users.json",
                "[{\"user_id\":\"1\",\"nickname\":\"Active-Auth0-User\",\"last_login\":\""
                        + NOW.minus(Duration.ofDays(5)) + "\"}]");
        return site.write("dormouse.yaml", yaml(organisation, auth0, exempt));
    }

    private static String json(List<String> logins) {
        return logins.stream().map(login -> "\"" + login + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    /** Names people of other organisations too. */
    private static String report() {
        return "created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator\n"
                + MEMBERS.stream()
                        .map(login -> row(login, login.equals("collab-user")))
                        .collect(Collectors.joining())
                + row("other-org-user", false)
                + row("full-org-user", false);
    }

    private static String row(String login, boolean collaborator) {
        return "2012-01-03 10:19:32 +0000,4" + Math.floorMod(login.hashCode(), 100_000) + "," + login
                + ",user,192.0.2.1,true," + collaborator + "\n";
    }

    private static String event(String login, Duration age) {
        return "{\"@timestamp\":" + NOW.minus(age).toEpochMilli() + ",\"action\":\"repo.create\",\"actor\":\"" + login
                + "\"}\n";
    }

    private static String yaml(String organisation, boolean auth0, String exempt) {
        return """
                applications:
                  github/%1$s:
                    accounts: {format: github-members, files: members.json}
                sources:
                  dormant-report: {format: github-dormant-report, files: dormant.csv}
                  people-page:    {format: github-people-page, files: export.json}
                  audit-log:      {format: github-audit-log, files: audit-log.jsonl}
                  auth0:          {format: auth0-users, files: auth0-users.json}
                workflows:
                  - workflow: members
                    applications: [github/%1$s]
                    select:
                      sources:
                        dormant-report: {verdict: dormant, as: candidates}
                        people-page:    {inactiveFor: 3 months}
                        audit-log:      {inactiveFor: 3 months}
                        %2$s
                      combine: any-active-clears
                      neverActive: since-created
                      holding: [org-member]
                    exempt: {accounts: [%3$s]}
                """.formatted(organisation, auth0 ? "auth0: {inactiveFor: 90d, kind: login}" : "", exempt);
    }
}
