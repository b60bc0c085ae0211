package dev.dormouse.cli.demo;

import dev.dormouse.sandbox.auth0.Auth0StandIn;
import dev.dormouse.sandbox.github.GitHubStandIn;
import dev.dormouse.sandbox.github.StandInOrganization;
import dev.dormouse.sandbox.mail.MailStandIn;
import dev.dormouse.sandbox.notify.NotifyStandIn;
import dev.dormouse.sandbox.slack.SlackStandIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Every remote system of the demo, on loopback. */
record StandIns(GitHubStandIn gitHub, Auth0StandIn auth0, NotifyStandIn govNotify, SlackStandIn slack, MailStandIn mail)
        implements AutoCloseable {

    static final String GITHUB_TOKEN = "demo";
    static final String SLACK_CHANNEL = "C0DORMOUSE";
    static final String OPERATORS = "operators@acme.example";
    static final List<String> TEAMS = List.of("payments", "platform", "search");

    static StandIns start(Clock clock, Population population) {
        StandIns all = new StandIns(
                new GitHubStandIn(clock, GITHUB_TOKEN),
                new Auth0StandIn(),
                new NotifyStandIn(clock),
                new SlackStandIn(clock),
                new MailStandIn());
        all.fill(population);
        return all;
    }

    StandInOrganization organization(String login) {
        return gitHub.organization(login);
    }

    /** People sign in to what stands behind Auth0 without anybody making an export. */
    void signIns(Population population, Instant now) {
        for (Person person : population.people()) {
            if (person.usesAuth0()) {
                auth0.add("github|" + person.number(), person.login(), Life.signedIn(person, now));
            }
        }
    }

    private void fill(Population population) {
        // In the order of the numbers, so that each numeric id is the one in the exports.
        population.people().forEach(person -> gitHub.user(person.login()));
        Population.ORGANIZATIONS.forEach(login -> fill(organization(login), population.in(login)));
        Population.ORGANIZATIONS.forEach(
                login -> organization(login).addOwner(population.owner(login).login()));
        gitHub.tokenBelongsTo(population.owner(Population.ACME).login());
        population.with(Habit.BOUNCES).forEach(person -> govNotify.bounce(person.address()));
        slack.open(SLACK_CHANNEL);
    }

    private static void fill(StandInOrganization organization, List<Person> people) {
        for (Person person : people) {
            organization.addMember(person.login());
            organization.addToTeam(TEAMS.get(person.number() % TEAMS.size()), person.login(), "member");
            if (person.addressAtGitHub()) {
                organization.addVerifiedEmail(person.login(), person.address());
            }
            if (person.habit() == Habit.RESTORED) {
                organization.addToTeam("payments", person.login(), "maintainer");
                organization.addToTeam("platform", person.login(), "member");
            }
        }
    }

    @Override
    public void close() {
        gitHub.close();
        auth0.close();
        govNotify.close();
        slack.close();
        mail.close();
    }
}
