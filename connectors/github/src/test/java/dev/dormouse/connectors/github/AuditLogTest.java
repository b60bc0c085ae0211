package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.Sighting;
import dev.dormouse.testkit.RecordingSink;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AuditLogTest extends GitHubTestCase {

    private static final Predicate<Request> LOG = call("GET", "/orgs/acme/audit-log");

    private final RecordingSink sink = new RecordingSink();

    @Test
    void a_hundred_pages_are_read_to_the_earliest_event() {
        Instant earliest = addEvents(10_000);
        Instant start = clock.instant();
        gitHub.server().intercept(request -> {
            clock.advance(Duration.ofMillis(10));
            return null;
        });

        Feed feed = connector.readActivity(sink);

        assertThat(feed.records()).isEqualTo(10_000);
        assertThat(feed.completeFrom()).isEqualTo(earliest);
        assertThat(feed.asOf()).isEqualTo(start);
        assertThat(feed.absence()).isEqualTo(Feed.Absence.NOTHING_SEEN);
        assertThat(sink.sightings()).hasSize(10_000);
        assertThat(gitHub.server().requests()).hasSize(100);
    }

    @Test
    void the_whole_time_is_asked_for_newest_first_and_with_git_events() {
        addEvents(1);

        connector.readActivity(sink);

        assertThat(gitHub.server().requests().getFirst().query())
                .isEqualTo(
                        Map.of("phrase", "created:>=2023-12-22", "include", "all", "order", "desc", "per_page", "100"));
    }

    @Test
    void settings_narrow_the_question_down() {
        connect(Map.of("auditPhrase", "action:repo", "auditDays", "30", "auditInclude", "web"))
                .readActivity(sink);

        assertThat(gitHub.server().requests().getFirst().query())
                .containsEntry("phrase", "action:repo created:>=2024-05-20")
                .containsEntry("include", "web");
    }

    @Test
    void somebody_who_only_pushes_is_seen() {
        Instant pushed = Instant.parse("2024-06-18T08:00:00Z");
        acme.addEvent("Bob", "git.push", pushed);
        acme.addEvent("alice", "user.login", pushed.minusSeconds(60));

        connector.readActivity(sink);

        assertThat(sink.sightings())
                .extracting(AuditLogTest::withoutId)
                .containsExactly(
                        new Sighting.At("Bob", pushed, ActivityKind.USE),
                        new Sighting.At("alice", pushed.minusSeconds(60), ActivityKind.LOGIN));
    }

    @Test
    void an_event_that_is_read_again_is_the_same_event() {
        addEvents(50);

        connector.readActivity(sink);
        connector.readActivity(sink);

        assertThat(sink.sightings()).hasSize(100);
        assertThat(sink.sightings().stream().distinct()).hasSize(50);
    }

    @Test
    void events_without_an_id_are_told_apart_by_what_they_say_in_whatever_order() {
        answerAlways(LOG, Reply.json(200, """
                        [{"actor":"bob","@timestamp":1718700000000,"action":"git.push","repo":"a"},
                         {"repo":"a","action":"git.push","@timestamp":1718700000000,"actor":"bob"},
                         {"actor":"bob","@timestamp":1718700000000,"action":"git.push","repo":"b"}]"""));

        connector.readActivity(sink);

        assertThat(sink.sightings().get(0))
                .isEqualTo(sink.sightings().get(1))
                .isNotEqualTo(sink.sightings().get(2));
    }

    @Test
    void a_failed_sign_in_is_no_activity() {
        acme.addEvent("bob", "user.failed_login", Instant.parse("2024-06-18T08:00:00Z"));

        assertThat(connector.readActivity(sink).records()).isEqualTo(1);
        assertThat(sink.sightings()).isEmpty();
    }

    @Test
    void an_empty_log_is_complete_from_its_end_only() {
        Feed feed = connector.readActivity(sink);

        assertThat(feed.records()).isZero();
        assertThat(feed.completeFrom()).isEqualTo(clock.instant());
    }

    @Test
    void an_event_without_a_readable_time_makes_its_actor_unreadable() {
        answerAlways(LOG, Reply.json(200, """
                        [{"actor":"bob","_document_id":"e1","@timestamp":"yesterday"},
                         {"_document_id":"e2"},
                         {"@timestamp":1718700000000,"action":"org.sync"}]"""));

        Feed feed = connector.readActivity(sink);

        Problem first = new Problem("audit log event e1", "@timestamp is no time in milliseconds: \"yesterday\"");
        assertThat(sink.sightings()).containsExactly(new Sighting.Unreadable("bob", first));
        assertThat(sink.problems())
                .containsExactly(new Problem("audit log event e2", "@timestamp is no time in milliseconds: "));
        assertThat(feed.records()).isEqualTo(3);
    }

    @Test
    void page_seven_fails_and_the_feed_with_it_but_what_was_seen_stays_seen() {
        addEvents(1000);
        answerOnce(LOG, 7, Reply.json(503, "{\"message\":\"Service unavailable\"}"));

        assertThatThrownBy(() -> connector.readActivity(sink))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable()))
                .hasMessage("GET /orgs/acme/audit-log failed: 503 Service unavailable; try again later");
        assertThat(sink.sightings()).hasSize(600);
    }

    @Test
    void page_seven_is_read_again_where_patience_allows() {
        addEvents(1000);
        patience.allow(2);
        answerOnce(LOG, 7, BROKEN);

        assertThat(connector.readActivity(sink).records()).isEqualTo(1000);
        assertThat(sink.sightings()).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void a_limit_with_retry_after_says_how_long() {
        assertRetryAfter(
                Reply.json(429, "{\"message\":\"Too many requests\"}").header("Retry-After", "17"),
                Duration.ofSeconds(17));
    }

    @Test
    void a_limit_that_is_used_up_lasts_until_its_reset() {
        assertRetryAfter(
                Reply.json(403, "{\"message\":\"API rate limit exceeded for user\"}")
                        .header("X-RateLimit-Remaining", "0")
                        .header(
                                "X-RateLimit-Reset",
                                Long.toString(clock.instant().getEpochSecond() + 1800)),
                Duration.ofMinutes(30));
    }

    @Test
    void a_secondary_limit_without_a_hint_lasts_a_minute() {
        assertRetryAfter(
                Reply.json(403, "{\"message\":\"You have exceeded a secondary rate limit\"}"), Duration.ofMinutes(1));
    }

    private void assertRetryAfter(Reply reply, Duration delay) {
        answerAlways(LOG, reply);

        assertThatThrownBy(() -> connector.readActivity(sink))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.reaction()).isEqualTo(new Reaction.RetryAfter(delay)))
                .hasMessageStartingWith(
                        "GET /orgs/acme/audit-log failed: GitHub's rate limit is used up, free again in "
                                + delay.toSeconds() + " s");
    }

    @Test
    void a_token_without_the_scope_learns_which_it_needs() {
        answerAlways(LOG, Reply.json(403, "{\"message\":\"Must be an owner\"}"));

        assertThatThrownBy(() -> connector.readActivity(sink))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden()))
                .hasMessageContaining("it needs the scope read:audit_log, from an owner");
    }

    @Test
    void an_organisation_without_audit_log_api_is_a_fault_of_the_settings() {
        answerAlways(LOG, Reply.json(404, "{\"message\":\"Not Found\"}"));

        assertThatThrownBy(() -> connector.readActivity(sink))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.reaction()).isEqualTo(new Reaction.Invalid()))
                .hasMessageContaining("there is no organisation acme with an audit log that the token can see");
    }

    @Test
    void a_next_page_on_another_host_does_not_get_the_token() {
        answerAlways(
                LOG, Reply.json(200, "[]").header("Link", "<https://evil.example/audit-log?after=x>; rel=\"next\""));

        assertThatThrownBy(() -> connector.readActivity(sink))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("GitHub pointed to another host, evil.example, where the token must not go");
    }

    /** One event a minute, by forty people; returns the first instant. */
    private Instant addEvents(int count) {
        Instant at = clock.instant();
        for (int i = 0; i < count; i++) {
            at = at.minusSeconds(60);
            acme.addEvent("user-" + i % 40, "repo.create", at);
        }
        return at;
    }

    private static Sighting withoutId(Sighting sighting) {
        return sighting instanceof Sighting.Event(String account, Instant at, ActivityKind kind, long _, String _)
                ? new Sighting.At(account, at, kind)
                : sighting;
    }
}
