package dev.dormouse.app.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import dev.dormouse.sandbox.github.GitHubStandIn;
import dev.dormouse.sandbox.github.StandInOrganization;
import dev.dormouse.sandbox.mail.MailStandIn;
import dev.dormouse.sandbox.notify.NotifyStandIn;
import dev.dormouse.sandbox.slack.SlackStandIn;
import dev.dormouse.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything around the program: the remote systems, the exports, and the people. */
final class World implements AutoCloseable {

    static final String SLACK_CHANNEL = "C0DORMOUSE";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration AGES = Duration.ofDays(200);

    final Plan plan;
    final Path folder;
    final SettableClock clock = new SettableClock(Plan.START);
    final Trap trap = new Trap();
    final GitHubStandIn gitHub = new GitHubStandIn(clock, "storm");
    final NotifyStandIn govNotify = new NotifyStandIn(clock);
    final SlackStandIn slack = new SlackStandIn(clock);
    final MailStandIn mail = new MailStandIn();
    final SmtpTap smtp = new SmtpTap(mail.smtpPort(), trap);
    final Set<String> exempt = new HashSet<>();
    /** Whom somebody wanted to decide about when that was no longer possible. */
    final Set<String> tooLate = new HashSet<>();

    final Set<String> shownActive = new HashSet<>();
    final List<Removal> removals = new CopyOnWriteArrayList<>();
    final List<String> wrongs = new CopyOnWriteArrayList<>();
    private final List<Received> notified = new CopyOnWriteArrayList<>();
    private final Set<String> back = new HashSet<>();
    private volatile boolean listForbidden;

    World(Plan plan, Path folder) throws IOException {
        this.plan = plan;
        this.folder = folder;
        slack.open(SLACK_CHANNEL);
        trap.watch(gitHub.server(), this::gitHub);
        trap.watch(govNotify, this::notified);
        trap.watch(slack, (request, reply) -> reply);
        gitHub.tokenBelongsTo("olga");
        for (String organization : Plan.ORGANIZATIONS) {
            gitHub.organization(organization).addOwner("olga");
        }
        plan.people().forEach(this::add);
        writeConfiguration();
        writeExports();
    }

    /** A member that GitHub let go. */
    record Removal(String organization, String login, Instant at) {

        String subject() {
            return "github/" + organization + ":" + login;
        }
    }

    private void add(Person person) {
        for (String login : person.organizations()) {
            StandInOrganization organization = gitHub.organization(login);
            organization.addMember(person.login());
            organization.addToTeam("payments", person.login(), "maintainer");
            if (person.hasAddress()) {
                organization.addVerifiedEmail(person.login(), person.address());
            }
        }
        if (person.fate() == Fate.BOUNCES) {
            govNotify.bounce(person.address());
            mail.bounce(person.address());
        }
    }

    /** From now on the person is active, as the next exports will show. */
    void comesBack(Person person) {
        back.add(person.login());
    }

    void exempts(Person person) throws IOException {
        exempt.add(person.login());
        writeConfiguration();
    }

    /** Whether GitHub refuses to list members. */
    void forbidList(boolean forbidden) {
        listForbidden = forbidden;
    }

    void writeConfiguration() throws IOException {
        Files.writeString(folder.resolve("dormouse.yaml"), new Yaml(this).text());
    }

    /** New exports of this instant, with everything that happened so far. */
    void writeExports() throws IOException {
        Instant now = clock.instant();
        shownActive.addAll(back);
        for (String organization : Plan.ORGANIZATIONS) {
            List<String> rows = new ArrayList<>();
            rows.add(row("olga", now.minus(Duration.ofDays(1))));
            for (Person person : plan.people()) {
                if (person.organizations().contains(organization)) {
                    rows.add(row(person.login(), lastActive(person, now)));
                }
            }
            Path file = folder.resolve("export-" + organization + ".json");
            Files.writeString(file, "[" + String.join(",\n", rows) + "]\n");
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
    }

    private Instant lastActive(Person person, Instant now) {
        boolean active = person.fate() == Fate.ACTIVE || back.contains(person.login());
        return active ? now.minus(Duration.ofDays(1)) : Plan.START.minus(AGES);
    }

    private static String row(String login, Instant active) {
        return JSON.createObjectNode()
                .put("login", login)
                .put("name", login)
                .put("tfa_enabled", true)
                .put("is_public", false)
                .put("role", "Member")
                .put("last_active", active.toString())
                .toString();
    }

    private Reply gitHub(Request request, Reply reply) {
        String[] path = request.path().split("/", -1);
        if (listForbidden && request.method().equals("GET") && request.path().endsWith("/members")) {
            return Reply.json(403, "{\"message\":\"Resource protected by organization SAML enforcement\"}");
        }
        if (request.method().equals("DELETE") && path.length == 5 && path[3].equals("members")) {
            removed(path[2], path[4].toLowerCase(Locale.ROOT), reply.status());
        }
        return reply;
    }

    private void removed(String organization, String login, int status) {
        if (status != 204) {
            wrongs.add("a removal of " + login + " from " + organization + " was asked for and answered " + status);
            return;
        }
        removals.add(new Removal(organization, login, clock.instant()));
        if (login.equals("olga") || shownActive.contains(login)) {
            wrongs.add(login + " was removed from " + organization + " although the exports show activity");
        }
        if (exempt.contains(login)) {
            wrongs.add(login + " was removed from " + organization + " although exempt");
        }
    }

    private Reply notified(Request request, Reply reply) {
        if (request.method().equals("POST") && reply.status() == 201) {
            try {
                JsonNode body = JSON.readTree(request.body());
                String key = body.path("reference").asText();
                notified.add(new Received(
                        "notify",
                        body.path("email_address").asText(),
                        key,
                        JSON.readTree(reply.body()).path("id").asText(),
                        "",
                        clock.instant()));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return reply;
    }

    /** What people and operators got, by whatever channel. */
    List<Received> received() {
        List<Received> all = new ArrayList<>(notified);
        mail.messages()
                .forEach(one -> all.add(new Received(
                        "mail",
                        one.mailbox(),
                        one.header("x-dormouse-key"),
                        one.header("message-id"),
                        one.text(),
                        MailDate.read(one.header("date")))));
        slack.messages()
                .forEach(one -> all.add(new Received(
                        "slack", one.channel(), key(one.metadata()), one.timestamp(), one.text(), clock.instant())));
        return all;
    }

    private static String key(String metadata) {
        try {
            return JSON.readTree(metadata).path("event_payload").path("key").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        smtp.close();
        gitHub.close();
        govNotify.close();
        slack.close();
        mail.close();
    }
}
