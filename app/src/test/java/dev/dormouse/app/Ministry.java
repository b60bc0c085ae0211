package dev.dormouse.app;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.engine.PassResult;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.github.GitHubStandIn;
import dev.dormouse.sandbox.github.StandInOrganization;
import dev.dormouse.sandbox.notify.NotifyStandIn;
import dev.dormouse.sandbox.notify.SentMail;
import dev.dormouse.sandbox.slack.Posted;
import dev.dormouse.sandbox.slack.SlackStandIn;
import dev.dormouse.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** An organisation at GitHub that writes by GOV.UK Notify and tells its operators in Slack; its days pass by command. */
final class Ministry implements AutoCloseable {

    static final String ORGANISATION = "ministryofjustice";
    static final String WORKFLOW = "github-dormant-members";
    static final String CHANNEL = "C0DORMOUSE";
    static final String ANNOUNCE = "11111111-320b-4ebe-b0bf-d6aa0a7c607d";
    static final String REMIND = "22222222-9355-4572-8b8c-c73bc8cdee3c";
    static final String REMOVED = "33333333-7176-4d54-bece-e68d03d5896a";

    /** The workflow for leavers, to be put behind what {@link #configure} wrote. */
    static final String LEAVERS = """
              - workflow: leavers
                trigger: command
                applications: [github/ministryofjustice]
                review: none
                removal: [{do: github.remove-member}]
            """;

    private static final String TOKEN = "ghp_sandbox";

    private final SettableClock clock;
    private final GitHubStandIn github;
    private final NotifyStandIn notify;
    private final SlackStandIn slack;
    private final Site site;
    private final TreeSet<String> dormant = new TreeSet<>();
    private int exports;

    Ministry(Path folder, String start) {
        clock = new SettableClock(Instant.parse(start));
        github = new GitHubStandIn(clock, TOKEN);
        notify = new NotifyStandIn(clock);
        slack = new SlackStandIn(clock);
        slack.open(CHANNEL);
        site = new Site(folder, clock);
        github.tokenBelongsTo("the-owner");
        organisation().addOwner("the-owner");
        // The audit log must reach back beyond the window, also when it has lost its oldest events a few months later.
        for (int week = 1; week < 26; week++) {
            organisation().addEvent("the-owner", "repo.create", clock.instant().minus(Duration.ofDays(7L * week)));
        }
        configure("");
    }

    /** Writes the configuration with these exemptions: logins with commas between. */
    Ministry configure(String exempt) {
        site.write("dormouse.yaml", yaml(exempt));
        return this;
    }

    /** Changes what {@link #configure} wrote. */
    Ministry change(String written, String instead) {
        String yaml = site.read("dormouse.yaml");
        if (!yaml.contains(written)) {
            throw new IllegalArgumentException("not written: " + written);
        }
        site.write("dormouse.yaml", yaml.replace(written, instead));
        return this;
    }

    Site site() {
        return site;
    }

    StandInOrganization organisation() {
        return github.organization(ORGANISATION);
    }

    StandInOrganization organisation(String login) {
        return github.organization(login);
    }

    /** Adds an organisation to the workflow, with an audit log as long as the first one's. */
    StandInOrganization addOrganisation(String login) {
        String first = "  github/" + ORGANISATION + ": {connector: github, organization: " + ORGANISATION;
        String second = "  github/" + login + ": {connector: github, organization: " + login;
        String line = site.read("dormouse.yaml")
                .lines()
                .filter(one -> one.startsWith(first))
                .findFirst()
                .orElseThrow();
        change(line, line + "\n" + line.replace(first, second));
        change("[github/" + ORGANISATION + "]", "[github/" + ORGANISATION + ", github/" + login + "]");
        StandInOrganization added = github.organization(login);
        added.addOwner("the-owner");
        for (int week = 1; week < 26; week++) {
            added.addEvent("the-owner", "repo.create", clock.instant().minus(Duration.ofDays(7L * week)));
        }
        return added;
    }

    /** What GitHub answers instead, until told otherwise. */
    void gitHubAnswers(@org.jspecify.annotations.Nullable Reply reply) {
        github.server().intercept(request -> reply);
    }

    /** What GitHub answers to requests with that method instead. */
    void gitHubAnswersTo(String method, Reply reply) {
        github.server().intercept(request -> request.method().equals(method) ? reply : null);
    }

    /** What GitHub answers instead to requests whose path ends so. */
    void gitHubAnswersAt(String path, Reply reply) {
        github.server().intercept(request -> request.path().endsWith(path) ? reply : null);
    }

    /** What GitHub answers to queries that hold these words instead. */
    void gitHubAnswersToQuery(String words, Reply reply) {
        github.server().intercept(request -> request.body().contains(words) ? reply : null);
    }

    NotifyStandIn post() {
        return notify;
    }

    /** A member whom GitHub calls dormant, and whom the audit log saw long ago; address null for none. */
    Ministry dormant(String login, @org.jspecify.annotations.Nullable String address) {
        organisation().addMember(login);
        if (address != null) {
            organisation().addVerifiedEmail(login, address);
        }
        dormant.add(login);
        return this;
    }

    /** GitHub does not call the person dormant any more. */
    Ministry active(String login) {
        dormant.remove(login);
        organisation().makeActive(login);
        return this;
    }

    /** The person in charge exports the dormant report anew; it is never the same twice. */
    Ministry export() {
        StringBuilder report =
                new StringBuilder("created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator\n");
        dormant.forEach(login -> report.append(row(login)));
        report.append(row("elsewhere-" + exports++));
        site.write("dormant.csv", report.toString());
        return this;
    }

    private static String row(String login) {
        return "2012-01-03 10:19:32 +0000,45574," + login + ",user,192.0.2.1,true,false\n";
    }

    /** Fresh exports, and a pass. */
    PassResult day(String instant) {
        clock.set(Instant.parse(instant));
        organisation().addEvent("the-owner", "repo.create", clock.instant());
        export();
        return run();
    }

    PassResult run() {
        return site.run().results().getFirst();
    }

    /** The first pass makes a plan; it is approved, and the next pass acts on it. */
    PassResult begin() {
        day(clock.instant().toString());
        site.desk(desk -> desk.approve(WORKFLOW, "operator"));
        return day(clock.instant().plus(Duration.ofMinutes(10)).toString());
    }

    Case only() {
        List<Case> all = cases();
        if (all.size() != 1) {
            throw new AssertionError("not one case: " + all);
        }
        return all.getFirst();
    }

    List<Case> cases() {
        return site.desk(desk -> desk.list(new CaseQuery(null, false, null)));
    }

    List<SentMail> mails() {
        return notify.sent();
    }

    List<SentMail> mails(String template) {
        return notify.sent().stream()
                .filter(mail -> mail.template().equals(template))
                .toList();
    }

    /** All digests, one below the other. */
    String digests() {
        return String.join(
                "\n", slack.messages(CHANNEL).stream().map(Posted::text).toList());
    }

    int digestCount() {
        return slack.messages(CHANNEL).size();
    }

    private String yaml(String exempt) {
        return """
                applications:
                  github/%1$s: {connector: github, organization: %1$s, token: %2$s, url: "%3$s", collaborators: false}
                sources:
                  dormant-report: {format: github-dormant-report, files: dormant.csv}
                  audit-log:      {from: applications}
                channels:
                  people:
                    connector: notify
                    url: "%4$s"
                    apiKey: %5$s
                    templates: {announce: %6$s, remind: %7$s, removed: %8$s}
                  operators: {connector: slack, url: "%9$s", token: %10$s, to: %11$s}
                workflows:
                  - workflow: %12$s
                    applications: [github/%1$s]
                    select:
                      sources:
                        dormant-report: {verdict: dormant, as: candidates}
                        audit-log:      {inactiveFor: 3 months}
                      combine: any-active-clears
                      neverActive: since-created
                      holding: [org-member]
                    exempt: {accounts: [%13$s]}
                    review:
                      - {ask: owner, within: 1 month, remind: [1d], channel: people}
                    ifIgnored: remove
                    removal:
                      - do: github.remove-member
                      - {do: notify, template: removed, channel: people}
                    operators: [operators]
                """.formatted(
                        ORGANISATION,
                        TOKEN,
                        github.uri(),
                        notify.uri(),
                        NotifyStandIn.API_KEY,
                        ANNOUNCE,
                        REMIND,
                        REMOVED,
                        slack.methods(),
                        SlackStandIn.TOKEN,
                        CHANNEL,
                        WORKFLOW,
                        exempt);
    }

    @Override
    public void close() {
        github.close();
        notify.close();
        slack.close();
    }
}
