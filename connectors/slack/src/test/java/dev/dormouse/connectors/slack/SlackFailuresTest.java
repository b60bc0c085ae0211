package dev.dormouse.connectors.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.slack.SlackStandIn;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.Reaction;
import dev.dormouse.testkit.MapSettings;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each refusal means for the caller, and that none of them shows the token. */
class SlackFailuresTest {

    private final Workspace workspace = new Workspace();

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void the_rate_limit_is_waited_for_as_long_as_slack_asks() {
        ConnectorException e = answered(
                Reply.json(429, "{\"ok\":false,\"error\":\"ratelimited\"}").header("Retry-After", "30"));
        assertThat(e.reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofSeconds(30)));
        assertThat(e)
                .hasMessage("Slack channel C033QBE511V: message k: HTTP 429, too many requests; asked to wait 30 s");
    }

    @Test
    void a_rate_limit_in_an_answer_without_a_wait_is_a_minute() {
        assertThat(refused("ratelimited").reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofMinutes(1)));
    }

    @Test
    void a_rate_limit_in_an_answer_with_a_wait_is_that_long() {
        Reply reply =
                Reply.json(200, "{\"ok\":false,\"error\":\"rate_limited\"}").header("Retry-After", "5");
        assertThat(answered(reply).reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofSeconds(5)));
    }

    @Test
    void a_wrong_token_is_forbidden_and_not_shown() {
        ConnectorException e = catchThrowableOfType(
                ConnectorException.class,
                () -> workspace.connect("xoxb-very-private").send(Workspace.message("k", "text")));
        assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden());
        assertThat(e)
                .hasMessage("Slack channel C033QBE511V: message k: invalid_auth; check the token, and that the app is"
                        + " installed in the workspace");
        assertThat(Throwables.getStackTrace(e)).doesNotContain("xoxb-very-private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_authed", "account_inactive", "token_revoked", "token_expired", "no_permission"})
    void what_only_a_person_can_change_is_forbidden(String error) {
        assertThat(refused(error).reaction()).isEqualTo(new Reaction.Forbidden());
    }

    @Test
    void a_missing_scope_is_named() {
        ConnectorException e =
                answered(Reply.json(200, "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write\"}"));
        assertThat(e).hasMessageEndingWith("missing_scope; give the app the scope chat:write");
        assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden());
    }

    @Test
    void a_channel_without_the_app_says_to_invite_it() {
        ConnectorException e = refused("not_in_channel");
        assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden());
        assertThat(e).hasMessageEndingWith("not_in_channel; invite the app to the channel (/invite in the channel)");
    }

    @Test
    void an_unknown_channel_is_invalid_and_says_what_to_use() {
        Message lost = new Message("k", "general", "t", Map.of(), "s", "text", "");
        ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> workspace.connector.send(lost));
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e).hasMessageContaining("channel general").hasMessageContaining("use the id of a channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "fatal_error", "service_unavailable"})
    void an_error_of_slack_leaves_open_whether_it_was_posted(String error) {
        assertThat(refused(error).reaction()).isEqualTo(new Reaction.Unavailable());
    }

    @Test
    void any_other_refusal_is_invalid_with_the_word_of_slack() {
        ConnectorException e = refused("invalid_blocks");
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e).hasMessage("Slack channel C033QBE511V: message k: invalid_blocks");
    }

    @Test
    void an_answer_that_cannot_be_read_leaves_open_whether_it_was_posted() {
        assertThat(answered(new Reply(200, Map.of(), "<html>")).reaction()).isEqualTo(new Reaction.Unavailable());
        assertThat(answered(new Reply(502, Map.of(), "<html>")).reaction()).isEqualTo(new Reaction.Unavailable());
    }

    @Test
    void a_server_that_does_not_answer_is_unavailable() {
        workspace.slack.close();
        ConnectorException e = failure();
        assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable());
        assertThat(e).hasMessageContaining("no usable answer (ConnectException)");
    }

    @Test
    void a_history_that_cannot_be_read_is_not_taken_for_not_posted() {
        workspace.slack.intercept(request -> Reply.json(200, "{\"ok\":false,\"error\":\"missing_scope\"}"));
        assertThatThrownBy(() -> workspace.connector.findSent(Workspace.message("k", "text")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith("Slack channel C033QBE511V: history: missing_scope");
    }

    @Test
    void the_provider_is_found_under_slack() {
        assertThat(ServiceLoader.load(ConnectorProvider.class))
                .extracting(ConnectorProvider::type)
                .contains("slack");
    }

    @Test
    void a_token_that_is_none_is_refused_without_being_shown() {
        assertThatThrownBy(() -> SlackConfig.from(MapSettings.of(Map.of("token", "very-private"))))
                .hasMessage("token is not a token of a Slack app; those of bots begin with xoxb-");
    }

    @Test
    void nothing_that_is_printed_holds_the_token() {
        assertThat(workspace.connector.toString()).doesNotContain(SlackStandIn.TOKEN);
        assertThat(SlackConfig.from(MapSettings.of(Map.of("token", SlackStandIn.TOKEN)))
                        .toString())
                .isEqualTo("SlackConfig[https://slack.com/api/]");
    }

    private ConnectorException refused(String error) {
        return answered(Reply.json(200, "{\"ok\":false,\"error\":\"" + error + "\"}"));
    }

    private ConnectorException answered(Reply reply) {
        workspace.slack.intercept(request -> reply);
        return failure();
    }

    private ConnectorException failure() {
        return catchThrowableOfType(
                ConnectorException.class, () -> workspace.connector.send(Workspace.message("k", "text")));
    }
}
