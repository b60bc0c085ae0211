package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import dev.dormouse.sandbox.github.GitHubStandIn;
import dev.dormouse.sandbox.github.StandInOrganization;
import dev.dormouse.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a judgement finds, kept as a team of GitHub: planned, approved, changed, and left alone when it is right. */
class GitHubTeamTest {

    private static final String TOKEN = "ghp_sandbox";

    private final GitHubStandIn github = new GitHubStandIn(new SettableClock(Exports.NOW), TOKEN);
    private final StandInOrganization acme = github.organization("acme");

    @TempDir
    Path folder;

    @BeforeEach
    void an_organisation_of_which_two_are_quiet() {
        acme.addOwner("boss");
        for (String login : List.of("boss", "busy", "quiet-1", "quiet-2")) {
            acme.addMember(login);
            acme.addEvent(login, "repo.create", Exports.NOW.minus(Duration.ofDays(170)));
        }
        acme.addOwner("boss");
        acme.addEvent("boss", "repo.create", Exports.NOW.minus(Duration.ofDays(2)));
        acme.addEvent("busy", "repo.create", Exports.NOW.minus(Duration.ofDays(3)));
        acme.addToTeam("dormant", "quiet-1", "member");
        acme.addToTeam("dormant", "busy", "maintainer");
        new Exports(folder).configure("""
                applications:
                  github/acme: {connector: github, organization: acme, token: %s, url: "%s", collaborators: false}
                sources:
                  audit-log: {from: applications}
                workflows:
                  - workflow: resting
                    applications: [github/acme]
                    select: {inactiveFor: 90d, sources: [audit-log], holding: [org-member]}
                    output: {set: "github/acme:team:dormant", action: replace}
                """.formatted(TOKEN, github.uri()));
    }

    @AfterEach
    void close() {
        github.close();
    }

    private Ran dormouse(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", folder.toString(), "--now", Exports.NOW.toString()));
        return Console.run(all.toArray(String[]::new));
    }

    private long changes() {
        return github.server().requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .count();
    }

    @Test
    void a_team_is_planned_then_kept_and_a_maintainer_who_leaves_is_told() {
        String change = "the set github/acme:team:dormant: 1 come in (quiet-2), 1 leave (busy); 2 members";
        assertThat(dormouse("scan").out()).contains("resting: " + change);
        Ran planned = dormouse("run", "--output", "json");
        assertThat(note(planned)).as(planned.err()).startsWith("version 1 would change " + change);
        assertThat(changes()).as("a plan changes nothing").isZero();

        dormouse("approve", "resting");
        assertThat(note(dormouse("run", "--output", "json")))
                .isEqualTo(change + "; no maintainers of the team dormant any more: busy");
        assertThat(acme.teamRole("dormant", "quiet-2")).isEqualTo("member");
        assertThat(acme.teamRole("dormant", "busy")).isNull();
        assertThat(acme.isMember("busy")).isTrue();

        assertThat(changes()).isEqualTo(2);
        dormouse("run");
        assertThat(changes()).as("nobody comes or goes again").isEqualTo(2);
        assertThat(dormouse("journal", "verify").out()).startsWith("intact: ");
    }

    @Test
    void a_team_that_is_not_there_leaves_everything_as_it_is() {
        acme.removeTeam("dormant");
        Ran run = dormouse("run", "--output", "json");

        assertThat(note(run))
                .startsWith("the set github/acme:team:dormant is left as it was: ")
                .contains("there is no team dormant in acme that the token can see");
        assertThat(run.exit()).isEqualTo(Exit.UNHEALTHY);
        assertThat(changes()).isZero();
    }

    private static String note(Ran ran) {
        return ran.json().path(0).path("note").asText();
    }
}
