package dev.dormouse.sandbox.github;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** The audit log by cursor; knows the qualifiers {@code created:>=DATE}, {@code actor:} and {@code action:}. */
final class AuditLogRoutes {

    private static final int MONTHS_WITHOUT_CREATED = 3;

    private final GitHubStandIn gitHub;

    AuditLogRoutes(GitHubStandIn gitHub) {
        this.gitHub = gitHub;
    }

    void add() {
        gitHub.organizationRoute("GET", "/orgs/{org}/audit-log", "org", this::list);
    }

    private Reply list(StandInOrganization organization, Request request) {
        Instant now = gitHub.clock().instant();
        List<StandInEvent> events = organization.auditLog().kept(now).stream()
                .filter(included(request.query("include", "web")))
                .filter(phrase(request.query("phrase", ""), now))
                .toList();
        if (request.query("order", "desc").equals("asc")) {
            events = events.reversed();
        }
        int from = start(events, request.query("after", ""));
        int to = Math.min(events.size(), from + Pages.size(request));
        Reply reply = Shapes.ok(Shapes.array(events.subList(from, to).stream()
                .map(event -> Shapes.event(organization, event))
                .toList()));
        if (to >= events.size()) {
            return reply;
        }
        return reply.header("Link", Pages.link(gitHub.uri(), request, "after", cursor(events.get(to - 1)), "next"));
    }

    /** A cursor stays at its event, whatever arrives meanwhile. */
    private static int start(List<StandInEvent> events, String after) {
        if (after.isEmpty()) {
            return 0;
        }
        String text = new String(Base64.getDecoder().decode(after), StandardCharsets.UTF_8);
        long id = Long.parseLong(text.substring(text.indexOf('|') + 1));
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).id() == id) {
                return i + 1;
            }
        }
        return events.size();
    }

    private static String cursor(StandInEvent event) {
        String text = event.at().toEpochMilli() + "|" + event.id();
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Predicate<StandInEvent> included(String include) {
        return switch (include) {
            case "all" -> event -> true;
            case "git" -> StandInEvent::git;
            default -> event -> !event.git();
        };
    }

    private static Predicate<StandInEvent> phrase(String phrase, Instant now) {
        Predicate<StandInEvent> all = event -> true;
        boolean created = false;
        for (String word : phrase.split("\\s+", -1)) {
            if (word.startsWith("created:>=")) {
                created = true;
                Instant from = LocalDate.parse(word.substring("created:>=".length()))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
                all = all.and(event -> !event.at().isBefore(from));
            } else if (word.startsWith("actor:")) {
                all = all.and(event -> event.actor().equalsIgnoreCase(word.substring("actor:".length())));
            } else if (word.startsWith("action:")) {
                all = all.and(event -> event.action().startsWith(word.substring("action:".length())));
            }
        }
        Instant usual =
                now.atZone(ZoneOffset.UTC).minusMonths(MONTHS_WITHOUT_CREATED).toInstant();
        return created ? all : all.and(event -> !event.at().isBefore(usual));
    }
}
