package dev.dormouse.connectors.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.sandbox.Request;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the users of a tenant say. A1 to A11 are the replayable cases of the script that Dormouse replaces. */
class Auth0UsersTest {

    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void a1_a2_a4_a_last_login_is_a_login_at_that_instant_whatever_its_age() {
        tenant.auth0.add("github|1", "future", Instant.parse("2050-01-01T00:00:00Z"));
        tenant.auth0.add("github|2", "old", Instant.parse("2022-01-01T00:00:00Z"));
        tenant.auth0.add("github|3", "recent", Tenant.NOW.minus(Duration.ofDays(3)));
        Feed feed = tenant.read();
        assertThat(tenant.sightings())
                .containsExactly(
                        at("future", "2050-01-01T00:00:00Z"),
                        at("old", "2022-01-01T00:00:00Z"),
                        at("recent", "2024-06-16T12:00:00Z"));
        assertThat(feed).isEqualTo(new Feed(Tenant.NOW, null, Feed.Absence.NOTHING_SEEN, 3, ""));
    }

    @Test
    void a3_a_user_without_last_login_was_never_active() {
        tenant.auth0.add("github|1", "new-user", (Instant) null);
        tenant.read();
        assertThat(tenant.sightings()).containsExactly(new Sighting.Never("new-user"));
    }

    @Test
    void a5_nicknames_keep_their_spelling() {
        tenant.auth0.add("github|1", "some-user-1", Tenant.NOW);
        tenant.auth0.add("github|2", "Some-useR-2", Tenant.NOW);
        tenant.read();
        assertThat(tenant.sightings()).extracting(Sighting::account).containsExactly("some-user-1", "Some-useR-2");
    }

    @Test
    void a6_pages_are_read_until_all_users_are_there() {
        tenant.add(203);
        Feed feed = tenant.read();
        assertThat(feed.records()).isEqualTo(203);
        assertThat(tenant.sightings()).hasSize(203);
        assertThat(tenant.auth0.requests().stream().filter(r -> r.path().equals("/api/v2/users")))
                .extracting(Request::query)
                .extracting(
                        query -> query.get("page") + " " + query.get("per_page") + " " + query.get("include_totals"))
                .containsExactly("0 100 true", "1 100 true", "2 100 true");
    }

    @Test
    void a10_a_last_login_without_a_fraction_is_read() {
        tenant.auth0.add("github|1", Map.of("nickname", "bob", "last_login", "2024-06-01T12:00:00Z"));
        tenant.read();
        assertThat(tenant.sightings()).containsExactly(at("bob", "2024-06-01T12:00:00Z"));
    }

    @Test
    void a11_a_user_without_a_nickname_is_a_problem_with_its_id_and_the_others_are_read() {
        tenant.auth0.add("github|1", Map.of("last_login", "2024-06-01T12:00:00.000Z"));
        tenant.auth0.add("github|2", "bob", Tenant.NOW);
        tenant.read();
        assertThat(tenant.sightings()).containsExactly(at("bob", "2024-06-19T12:00:00Z"));
        assertThat(tenant.sink.problems())
                .containsExactly(
                        new Problem("github|1", "the user has no nickname, so nobody knows whose login this is"));
    }

    @Test
    void a_last_login_that_is_no_instant_is_unreadable_and_not_inactive() {
        tenant.auth0.add("github|1", Map.of("nickname", "bob", "last_login", "yesterday"));
        tenant.read();
        assertThat(tenant.sightings())
                .containsExactly(new Sighting.Unreadable(
                        "bob",
                        new Problem(
                                "github|1",
                                "last_login is not a date and time, for example 2024-06-01T12:00:00.000Z")));
    }

    @Test
    void a_person_with_two_connections_is_not_called_never_active_because_of_the_unused_one() {
        tenant.auth0.add("github|1", "Bob", (Instant) null);
        tenant.auth0.add("email|1", "bob", Tenant.NOW);
        tenant.read();
        assertThat(tenant.sightings()).containsExactly(at("bob", "2024-06-19T12:00:00Z"));
    }

    @Test
    void the_login_can_be_the_email_or_the_user_id() {
        tenant.auth0.add("github|1", Map.of("email", "bob@acme.example", "last_login", "2024-06-01T12:00:00Z"));
        tenant.read(Map.of("account", "email"));
        tenant.read(Map.of("account", "user_id"));
        assertThat(tenant.sightings()).extracting(Sighting::account).containsExactly("bob@acme.example", "github|1");
    }

    @Test
    void a_tenant_without_users_is_a_feed_of_zero_records() {
        assertThat(tenant.read().records()).isZero();
    }

    private static Sighting at(String account, String instant) {
        return new Sighting.At(account, Instant.parse(instant), ActivityKind.LOGIN);
    }
}
