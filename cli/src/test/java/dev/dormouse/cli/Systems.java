package dev.dormouse.cli;

import dev.dormouse.sandbox.LoopbackServer;
import dev.dormouse.sandbox.auth0.Auth0StandIn;
import dev.dormouse.sandbox.github.GitHubStandIn;
import dev.dormouse.sandbox.github.StandInOrganization;
import dev.dormouse.testkit.SettableClock;
import java.time.Duration;
import java.util.List;

/** The organisation of {@link Exports} in the stand-ins of GitHub and Auth0. */
final class Systems implements AutoCloseable {

    private static final String TOKEN = "ghp_sandbox";

    private final SettableClock clock = new SettableClock(Exports.NOW);
    private final GitHubStandIn github = new GitHubStandIn(clock, TOKEN);
    private final Auth0StandIn auth0 = new Auth0StandIn();

    Systems() {
        addMembers(members());
        addEvents(10);
        addUsers(members());
    }

    static List<String> members() {
        return List.of("dormant", "audit", "auth0").stream()
                .flatMap(group -> Exports.logins(group).stream())
                .toList();
    }

    LoopbackServer github() {
        return github.server();
    }

    LoopbackServer auth0() {
        return auth0;
    }

    String yaml() {
        return """
                applications:
                  github/acme: {connector: github, organization: acme, token: %s, url: "%s", collaborators: false}
                sources:
                  audit-log: {from: applications}
                  auth0:
                    connector: auth0
                    domain: acme.eu.auth0.com
                    url: "%s"
                    clientId: %s
                    clientSecret: %s
                workflows:
                  - workflow: dormant-members
                    applications: [github/acme]
                    select:
                      sources:
                        audit-log: {inactiveFor: 3 months}
                        auth0:     {inactiveFor: 90d, kind: login}
                      combine: any-active-clears
                      holding: [org-member]
                """.formatted(TOKEN, github.uri(), auth0.uri(), Auth0StandIn.CLIENT_ID, Auth0StandIn.CLIENT_SECRET);
    }

    private void addMembers(List<String> logins) {
        StandInOrganization acme = github.organization("acme");
        logins.forEach(acme::addMember);
    }

    /** Old events of everybody, and new ones of those whom only the audit log saw. */
    private void addEvents(int each) {
        StandInOrganization acme = github.organization("acme");
        members().forEach(login -> acme.addEvent(login, "repo.create", Exports.NOW.minus(Duration.ofDays(170))));
        for (String login : Exports.logins("audit")) {
            for (int i = 1; i <= each; i++) {
                acme.addEvent(login, "repo.create", Exports.NOW.minus(Duration.ofDays(i)));
            }
        }
    }

    private void addUsers(List<String> logins) {
        for (String login : logins) {
            auth0.add(
                    "github|" + login, login, Exports.NOW.minus(Duration.ofDays(login.startsWith("auth0") ? 3 : 200)));
        }
    }

    @Override
    public void close() {
        github.close();
        auth0.close();
    }
}
