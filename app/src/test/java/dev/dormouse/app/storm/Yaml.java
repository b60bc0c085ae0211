package dev.dormouse.app.storm;

import dev.dormouse.sandbox.mail.MailStandIn;
import dev.dormouse.sandbox.notify.NotifyStandIn;
import dev.dormouse.sandbox.slack.SlackStandIn;
import java.util.List;
import java.util.TreeSet;

/** The configuration of a scenario. */
record Yaml(World world) {

    /** Who is asked after the owner, where somebody is; the first of them also together with the owner. */
    static final List<String> LEADS = List.of("lead@acme.example", "boss@acme.example");

    static final String OPERATORS = "operators@acme.example";

    String text() {
        return applications() + sources() + channels() + workflow();
    }

    private String applications() {
        StringBuilder text = new StringBuilder("applications:\n");
        for (String organization : Plan.ORGANIZATIONS) {
            text.append(
                    "  github/%s: {connector: github, organization: %s, url: '%s', token: storm, collaborators: false}\n"
                            .formatted(organization, organization, world.gitHub.uri()));
        }
        return text.toString();
    }

    private static String sources() {
        StringBuilder text = new StringBuilder("sources:\n");
        for (String organization : Plan.ORGANIZATIONS) {
            text.append("  people-%s: {format: github-people-page, files: export-%s.json, applications: [github/%s]}\n"
                    .formatted(organization, organization, organization));
        }
        return text.toString();
    }

    private String channels() {
        return """
                channels:
                  notify:
                    connector: notify
                    url: %s
                    apiKey: %s
                    templates:
                      announce: 11111111-1111-4111-8111-111111111111
                      remind: 22222222-2222-4222-8222-222222222222
                      removed: 33333333-3333-4333-8333-333333333333
                  slack: {connector: slack, url: '%s', token: %s, to: %s}
                  mail:
                    connector: smtp
                    host: 127.0.0.1
                    port: %d
                    tls: none
                    from: Dormouse <dormouse@acme.example>
                    to: %s
                    bounces:
                      host: 127.0.0.1
                      port: %d
                      tls: none
                      address: %s
                      user: %s
                      password: %s
                """.formatted(
                        world.govNotify.uri(),
                        NotifyStandIn.API_KEY,
                        world.slack.methods(),
                        SlackStandIn.TOKEN,
                        World.SLACK_CHANNEL,
                        world.smtp.port(),
                        OPERATORS,
                        world.mail.imapPort(),
                        MailStandIn.BOUNCE_ADDRESS,
                        MailStandIn.BOUNCE_USER,
                        MailStandIn.BOUNCE_PASSWORD);
    }

    private String workflow() {
        String channel = world.plan.byMail() ? "mail" : "notify";
        String second = world.plan.twoStages()
                ? "      - {ask: [%s], within: 7d, channel: %s}\n".formatted(String.join(", ", LEADS), channel)
                : "";
        String exempt = world.exempt.isEmpty()
                ? ""
                : "    exempt: {accounts: [%s]}\n".formatted(String.join(", ", new TreeSet<>(world.exempt)));
        return """
                workflows:
                  - workflow: %s
                    applications: [github/acme, github/acme-data]
                    select:
                      sources:
                        people-acme: {inactiveFor: 90d}
                        people-acme-data: {inactiveFor: 90d}
                      combine: any-active-clears
                    review:
                      - {ask: %s, within: 30d, remind: [7d, 1d], channel: %s}
                %s    ifIgnored: remove
                    removal:
                      - do: github.remove-member
                      - {do: notify, to: owner, template: removed, channel: %s}
                    operators: [slack, mail]
                %s%s""".formatted(
                        Command.WORKFLOW,
                        world.plan.alsoLead() ? "[owner, " + LEADS.getFirst() + "]" : "owner",
                        channel,
                        second,
                        channel,
                        world.plan.guarded() ? "    guard: {maxRemoved: \"1 in 7d\"}\n" : "",
                        exempt);
    }
}
