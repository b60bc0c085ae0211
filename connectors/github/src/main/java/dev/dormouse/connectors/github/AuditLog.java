package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * The audit log as a feed. Git events are asked for as well: somebody who only pushes is active, and would look dormant
 * without them; GitHub keeps them for seven days, so a look once a week misses none. Newest first, because what was
 * read before a failure then tells the most, and events that arrive meanwhile shift nothing.
 */
final class AuditLog {

    private static final Set<String> SIGN_INS = Set.of("user.login", "org.sso_response", "business.sso_response");
    private static final Set<String> FAILED_SIGN_INS = Set.of("user.failed_login", "user.two_factor_challenge_failure");

    private final GitHubConfig config;
    private final GitHubClient client;

    AuditLog(GitHubConfig config, GitHubClient client) {
        this.config = config;
        this.client = client;
    }

    Feed read(ActivitySink sink) {
        Instant asOf = client.now();
        Reading reading = new Reading(sink, asOf);
        client.each(
                path(asOf),
                "the scope read:audit_log, from an owner of the organisation, on GitHub Enterprise",
                "there is no organisation " + config.organization()
                        + " with an audit log that the token can see; the API needs GitHub Enterprise and an owner's"
                        + " token with read:audit_log",
                reading::take);
        return new Feed(asOf, reading.earliest, Feed.Absence.NOTHING_SEEN, reading.records, "");
    }

    /** Without {@code created} GitHub answers three months only. */
    private String path(Instant asOf) {
        String phrase = config.auditLog().phrase();
        if (!phrase.contains("created:")) {
            LocalDate from = asOf.minus(Duration.ofDays(config.auditLog().days()))
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
            phrase = (phrase + " created:>=" + from).strip();
        }
        return client.organizationPath("/audit-log?phrase=" + GitHubClient.segment(phrase) + "&include="
                + config.auditLog().include() + "&order=desc&per_page=100");
    }

    /** Complete from the earliest event seen; an empty log is complete from nowhere but its end. */
    private static final class Reading {

        private final ActivitySink sink;
        private Instant earliest;
        private long records;

        Reading(ActivitySink sink, Instant asOf) {
            this.sink = sink;
            this.earliest = asOf;
        }

        void take(JsonNode event) {
            records++;
            String actor = event.path("actor").asText("").strip();
            JsonNode time = event.path("@timestamp");
            if (!time.isNumber()) {
                unreadable(event, actor);
                return;
            }
            Instant at;
            try {
                at = Instant.ofEpochMilli(time.longValue());
            } catch (DateTimeException e) {
                unreadable(event, actor);
                return;
            }
            if (at.isBefore(earliest)) {
                earliest = at;
            }
            String action = event.path("action").asText("");
            // What GitHub itself does has no actor; a failed sign-in is no activity.
            if (!actor.isEmpty() && !FAILED_SIGN_INS.contains(action)) {
                ActivityKind kind = SIGN_INS.contains(action) ? ActivityKind.LOGIN : ActivityKind.USE;
                sink.sighting(new Sighting.Event(actor, at, kind, EventId.of(event)));
            }
        }

        private void unreadable(JsonNode event, String actor) {
            Problem problem = new Problem(
                    "audit log event " + event.path("_document_id").asText("without id"),
                    "@timestamp is no time in milliseconds: "
                            + Failures.oneLine(event.path("@timestamp").toString()));
            if (actor.isEmpty()) {
                sink.problem(problem);
                return;
            }
            sink.sighting(new Sighting.Unreadable(actor, problem));
        }
    }
}
