package dev.dormouse.connectors.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.auth0.Auth0StandIn;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.Sighting;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No failure makes the list shorter. */
class Auth0FailuresTest {

    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void a7_no_content_instead_of_a_list_fails() {
        answerPage(0, Reply.empty(204));
        ConnectorException e = failure();
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e).hasMessageContaining("page 0 of the users: the answer is empty, cut off or not JSON");
    }

    @Test
    void a8_a_second_page_that_is_refused_by_the_rate_limit_fails_and_keeps_who_was_seen_active() {
        tenant.add(200);
        answerPage(1, Reply.json(429, "{\"message\":\"Global limit\"}").header("Retry-After", "7"));
        ConnectorException e = failure();
        assertThat(e.reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofSeconds(7)));
        assertThat(e)
                .hasMessage(
                        "Auth0 acme.eu.auth0.com: page 1 of the users: HTTP 429, too many requests; asked to wait 7 s");
        assertThat(tenant.sightings()).hasSize(100).allMatch(s -> s instanceof Sighting.At);
        assertThat(tenant.auth0.requests()).hasSize(3);
    }

    @Test
    void the_wait_is_read_from_the_rate_limit_headers_of_auth0() {
        long reset = Tenant.NOW.plusSeconds(42).getEpochSecond();
        answerPage(0, Reply.json(429, "{}").header("x-ratelimit-reset", Long.toString(reset)));
        assertThat(failure().reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofSeconds(42)));
    }

    @Test
    void a_page_is_read_again_where_the_patience_of_the_program_repeats_it() {
        tenant.add(150);
        AtomicInteger refusals = new AtomicInteger(2);
        tenant.auth0.intercept(request ->
                request.path().endsWith("/users") && refusals.getAndDecrement() > 0 ? Reply.json(503, "{}") : null);
        assertThat(tenant.read(new Persistent()).records()).isEqualTo(150);
    }

    @Test
    void an_error_of_the_server_fails_as_unavailable() {
        tenant.add(150);
        answerPage(1, Reply.json(500, "{\"message\":\"oops\"}"));
        ConnectorException e = failure();
        assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable());
        assertThat(e).hasMessage("Auth0 acme.eu.auth0.com: page 1 of the users: HTTP 500");
    }

    @Test
    void an_answer_that_is_not_json_fails() {
        answerPage(0, new Reply(200, Map.of(), "<html>maintenance</html>"));
        assertThat(failure()).hasMessageContaining("empty, cut off or not JSON");
    }

    @Test
    void an_answer_without_totals_fails() {
        answerPage(0, Reply.json(200, "{\"users\":[]}"));
        assertThat(failure()).hasMessageContaining("page 0 of the users has no \"total\"");
    }

    @Test
    void an_answer_without_users_fails() {
        answerPage(0, Reply.json(200, "{\"total\":0}"));
        assertThat(failure()).hasMessageContaining("page 0 of the users has no \"users\"");
    }

    @Test
    void fewer_users_than_the_total_fail_and_nobody_is_called_never_active() {
        tenant.auth0.add("github|1", Map.of("nickname", "bob"));
        tenant.auth0.intercept(request -> request.path().endsWith("/users")
                ? Reply.json(
                        200,
                        request.query("page", "").equals("0")
                                ? "{\"total\":3,\"users\":[{\"user_id\":\"github|1\",\"nickname\":\"bob\"}]}"
                                : "{\"total\":3,\"users\":[]}")
                : null);
        assertThat(failure()).hasMessageContaining("got 1 of 3 users; the feed counts as failed");
        assertThat(tenant.sightings()).isEmpty();
    }

    @Test
    void more_than_a_thousand_users_fail_and_the_message_tells_to_use_an_export_file() {
        tenant.add(1_001);
        ConnectorException e = failure();
        assertThat(e.code()).isEqualTo(Auth0ErrorCode.INCOMPLETE);
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e)
                .hasMessage("Auth0 acme.eu.auth0.com: the tenant has 1001 users; Auth0 pages through 1,000 users at"
                        + " most. Use an export file of the users as the source instead.");
    }

    @Test
    void exactly_a_thousand_users_are_read() {
        tenant.add(1_000);
        assertThat(tenant.read().records()).isEqualTo(1_000);
    }

    @Test
    void a_refusal_to_page_further_is_the_ceiling() {
        tenant.add(150);
        answerPage(
                1, Reply.json(400, "{\"message\":\"You can only page through the first 1000 records. See the docs\"}"));
        assertThat(failure())
                .hasMessageContaining("Auth0 refuses to page further")
                .hasMessageContaining("Use an export file");
    }

    @Test
    void a_wrong_secret_is_forbidden_and_is_not_shown() {
        ConnectorException e = catchThrowableOfType(
                ConnectorException.class, () -> tenant.read(Map.of("clientSecret", "wrong-and-private")));
        assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden());
        assertThat(e)
                .hasMessage("Auth0 acme.eu.auth0.com: the token: HTTP 401; check clientId and clientSecret, and that"
                        + " the application may read:users");
        assertThat(e).hasStackTraceContaining("HTTP 401");
        assertThat(org.assertj.core.util.Throwables.getStackTrace(e)).doesNotContain("wrong-and-private");
    }

    @Test
    void a_missing_permission_is_forbidden() {
        answerPage(0, Reply.json(403, "{\"message\":\"Insufficient scope, expected any of: read:users\"}"));
        assertThat(failure().reaction()).isEqualTo(new Reaction.Forbidden());
    }

    @Test
    void a_token_answer_that_is_cut_off_fails_without_quoting_it() {
        tenant.auth0.intercept(request -> request.path().equals("/oauth/token")
                ? new Reply(200, Map.of(), "{\"access_token\":\"very-private")
                : null);
        ConnectorException e = failure();
        assertThat(org.assertj.core.util.Throwables.getStackTrace(e)).doesNotContain("very-private");
    }

    @Test
    void a_token_that_the_rate_limit_refuses_is_waited_for() {
        tenant.auth0.intercept(request -> request.path().equals("/oauth/token") ? Reply.json(429, "{}") : null);
        assertThat(failure().reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofMinutes(1)));
    }

    @Test
    void a_tenant_that_does_not_answer_is_unavailable() {
        tenant.close();
        assertThat(failure().reaction()).isEqualTo(new Reaction.Unavailable());
    }

    @Test
    void nothing_that_is_printed_holds_the_secret() {
        assertThat(tenant.connect(Map.of())).hasToString("auth0 acme.eu.auth0.com");
        assertThat(Auth0Config.from(tenant.settings(Map.of())).toString()).doesNotContain(Auth0StandIn.CLIENT_SECRET);
    }

    private void answerPage(int page, Reply reply) {
        tenant.auth0.intercept(request ->
                request.path().endsWith("/users") && request.query("page", "").equals(Integer.toString(page))
                        ? reply
                        : null);
    }

    private ConnectorException failure() {
        return catchThrowableOfType(ConnectorException.class, tenant::read);
    }

    private static final class Persistent implements Patience {

        @Override
        public <T> T read(Supplier<T> call) {
            while (true) {
                try {
                    return call.get();
                } catch (ConnectorException e) {
                    assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable());
                }
            }
        }
    }
}
