package dev.dormouse.connectors.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.notify.NotifyStandIn;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.SendsMessages.Receipt;
import dev.dormouse.testkit.MapSettings;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each refusal means for the caller, and that none of them shows the key. */
class NotifyFailuresTest {

    private static final String SECRET = NotifyStandIn.API_KEY.substring(NotifyStandIn.API_KEY.length() - 36);

    private final Service service = new Service();
    private final Message message = Service.message("case-1/1", "announce", Map.of());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void the_limit_of_a_minute_is_waited_for() {
        ConnectorException e = sendAnswered(429, "RateLimitError", "Exceeded rate limit for key type LIVE");
        assertThat(e.reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofMinutes(1)));
        assertThat(e)
                .hasMessage("GOV.UK Notify: message case-1/1 to bob@acme.example: HTTP 429, Exceeded rate limit for"
                        + " key type LIVE");
    }

    @Test
    void the_limit_of_a_day_is_waited_for_longer() {
        ConnectorException e = sendAnswered(429, "TooManyRequestsError", "Exceeded send limits (250000) for today");
        assertThat(e.reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofHours(1)));
    }

    @Test
    void an_error_of_notify_is_unavailable() {
        ConnectorException e = sendAnswered(500, "Exception", "Internal server error");
        assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable());
    }

    @Test
    void an_error_without_a_body_is_unavailable() {
        service.notify.intercept(request -> Reply.empty(503));
        assertThat(failure().reaction()).isEqualTo(new Reaction.Unavailable());
    }

    @Test
    void an_address_that_is_none_is_invalid() {
        Message wrong = new Message("case-1/1", "not an address", "announce", Map.of(), "subject", "text", "");
        ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> service.connector.send(wrong));
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e)
                .hasMessage("GOV.UK Notify: message case-1/1 to not an address: HTTP 400, email_address Not a valid"
                        + " email address");
    }

    @Test
    void a_missing_personalisation_is_invalid_and_named() {
        ConnectorException e = sendAnswered(400, "BadRequestError", "Missing personalisation: login_date");
        assertThat(e).hasMessageEndingWith("HTTP 400, Missing personalisation: login_date");
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
    }

    @Test
    void a_refused_key_is_forbidden_and_not_shown() {
        ConnectorException e = sendAnswered(403, "AuthError", "Invalid token: " + SECRET);
        assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden());
        assertThat(e)
                .hasMessageEndingWith(
                        "HTTP 403, Invalid token: ***; check apiKey, and that the clock of this machine" + " is right");
        assertThat(Throwables.getStackTrace(e)).doesNotContain(SECRET);
    }

    @Test
    void a_notification_that_notify_no_longer_keeps_is_gone() {
        ConnectorException e = catchThrowableOfType(
                ConnectorException.class,
                () -> service.connector.fetchDelivery(new Receipt("740e5834-3a29-46b4-9a6f-16142fde533a")));
        assertThat(e.reaction()).isEqualTo(new Reaction.Gone());
        assertThat(e)
                .hasMessage("GOV.UK Notify: the status of notification 740e5834-3a29-46b4-9a6f-16142fde533a: HTTP 404,"
                        + " No result found");
    }

    @Test
    void an_answer_that_cannot_be_read_leaves_open_whether_it_was_sent() {
        service.notify.intercept(request -> new Reply(201, Map.of(), "<html>"));
        ConnectorException e = failure();
        assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable());
        assertThat(e).hasMessageContaining("no usable answer (JSONException)");
    }

    @Test
    void a_server_that_does_not_answer_is_unavailable() {
        service.notify.close();
        ConnectorException e = failure();
        assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable());
        assertThat(e).hasMessageContaining("no usable answer (ConnectException)");
    }

    @Test
    void a_search_that_fails_is_not_taken_for_not_sent() {
        service.notify.intercept(request -> Reply.json(500, "{}"));
        assertThatThrownBy(() -> service.connector.findSent(message))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("looking for message case-1/1: HTTP 500");
    }

    @Test
    void the_provider_is_found_under_notify() {
        assertThat(ServiceLoader.load(ConnectorProvider.class))
                .extracting(ConnectorProvider::type)
                .contains("notify");
    }

    @Test
    void settings_that_cannot_be_right_are_refused_without_showing_the_key() {
        assertThatThrownBy(() -> config(Map.of("apiKey", "private-key")))
                .hasMessage("apiKey is not a key of GOV.UK Notify: name, service id and secret, with dashes between");
        assertThatThrownBy(() -> config(Map.of("templates", Map.of("announce", "first mail"))))
                .hasMessageStartingWith("templates.announce is not a template id of GOV.UK Notify");
        assertThatThrownBy(() -> config(Map.of("replyTo", "team@acme.example")))
                .hasMessageStartingWith("replyTo is the id of a reply-to address");
        assertThatThrownBy(() -> config(Map.of("url", "acme"))).hasMessageStartingWith("url must be an http");
    }

    @Test
    void nothing_that_is_printed_holds_the_key() {
        assertThat(service.connector.toString())
                .startsWith("notify http://127.0.0.1:")
                .doesNotContain(SECRET);
        assertThat(config(Map.of()).toString()).doesNotContain(SECRET);
    }

    private NotifyConfig config(Map<String, ?> more) {
        return NotifyConfig.from(MapSettings.of(service.settings(more)));
    }

    private ConnectorException sendAnswered(int status, String error, String text) {
        service.notify.intercept(request -> Reply.json(
                status,
                "{\"errors\":[{\"error\":\"" + error + "\",\"message\":\"" + text + "\"}],\"status_code\":" + status
                        + "}"));
        return failure();
    }

    private ConnectorException failure() {
        return catchThrowableOfType(ConnectorException.class, () -> service.connector.send(message));
    }
}
