package dev.dormouse.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/** What each refusal of a mail server means for the caller. */
class MailFailuresTest {

    private static final Map<String, String> LOGIN = Map.of("user", "dormouse", "password", "very-private");

    @Test
    void a_recipient_that_the_server_refuses_for_good_has_bounced_at_once() throws IOException {
        ConnectorException e = failure(Map.of("RCPT", "550 5.1.1 no such user"));
        assertThat(e.reaction()).isEqualTo(new Reaction.Gone());
        assertThat(e.code()).isEqualTo(MailErrorCode.NO_SUCH_RECIPIENT);
        assertThat(e)
                .hasMessageMatching("mail server 127\\.0\\.0\\.1:\\d+: message case-1/1 to bob@acme\\.example:"
                        + " bob@acme\\.example was refused: 550 5\\.1\\.1 no such user");
    }

    @Test
    void a_recipient_that_the_server_puts_off_is_tried_later() throws IOException {
        ConnectorException e = failure(Map.of("RCPT", "450 4.2.0 greylisted"));
        assertThat(e.reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofMinutes(10)));
        assertThat(e).hasMessageEndingWith("was put off: 450 4.2.0 greylisted");
    }

    @Test
    void a_recipient_that_is_refused_after_the_text_has_bounced_too() throws IOException {
        assertThat(failure(Map.of(".", "550 5.1.1 user unknown")).reaction()).isEqualTo(new Reaction.Gone());
    }

    @Test
    void a_text_that_is_refused_is_no_bounce_but_invalid() throws IOException {
        ConnectorException e = failure(Map.of(".", "554 5.7.1 looks like spam"));
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e).hasMessageEndingWith("was refused: 554 5.7.1 looks like spam");
    }

    @Test
    void a_text_that_is_put_off_is_tried_later() throws IOException {
        assertThat(failure(Map.of(".", "451 4.3.0 try again")).reaction())
                .isEqualTo(new Reaction.RetryAfter(Duration.ofMinutes(10)));
    }

    @Test
    void a_sender_that_is_refused_is_invalid() throws IOException {
        ConnectorException e = failure(Map.of("MAIL", "553 5.7.1 sender not allowed"));
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e).hasMessageContaining("553 5.7.1 sender not allowed");
    }

    @Test
    void a_server_that_wants_a_login_says_what_to_check() throws IOException {
        ConnectorException e = failure(Map.of("MAIL", "530 5.7.0 authentication required"));
        assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden());
        assertThat(e).hasMessageEndingWith("530 5.7.0 authentication required; check user and password");
    }

    @Test
    void a_login_that_is_refused_is_forbidden_and_the_password_is_not_shown() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of("AUTH", "535 5.7.8 bad very-private"))) {
            ConnectorException e = failure(connect(server.port(), LOGIN));
            assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden());
            assertThat(e).hasMessageEndingWith("the server refuses the login; check user and password");
            assertThat(Throwables.getStackTrace(e)).doesNotContain("very-private");
        }
    }

    @Test
    void a_connection_that_breaks_after_the_text_leaves_open_whether_it_was_sent() throws IOException {
        assertThat(failure(Map.of(".", "hang up")).reaction()).isEqualTo(new Reaction.Unavailable());
    }

    @Test
    void a_server_that_is_shutting_down_is_tried_later() throws IOException {
        assertThat(failure(Map.of("MAIL", "421 4.3.2 closing")).reaction())
                .isEqualTo(new Reaction.RetryAfter(Duration.ofMinutes(10)));
    }

    @Test
    void to_a_server_that_is_not_there_nothing_was_sent_for_certain() throws IOException {
        ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of());
        server.close();
        ConnectorException e = failure(connect(server.port(), Map.of()));
        assertThat(e.reaction()).isEqualTo(new Reaction.RetryAfter(Duration.ofMinutes(10)));
        assertThat(e).hasMessageContaining("was not sent: no connection (");
        assertThat(e.getMessage()).doesNotContain("\n");
    }

    @Test
    void a_message_that_reached_one_of_several_operators_is_sent() throws IOException {
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer(Map.of("RCPT TO:<dead@acme.example>", "550 5.1.1 no such user"))) {
            assertThat(connect(server.port(), Map.of())
                            .send(PostOffice.message("k", "dead@acme.example, bob@acme.example"))
                            .remoteId())
                    .endsWith("@acme.example>");
        }
    }

    @Test
    void a_server_that_is_rude_after_taking_the_message_has_taken_it() throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(Map.of("QUIT", "hang up"))) {
            assertThat(connect(server.port(), Map.of()).send(PostOffice.message("k", "bob@acme.example")))
                    .isNotNull();
        }
    }

    @Test
    void nothing_that_is_printed_holds_the_password() {
        assertThat(connect(25, LOGIN)).hasToString("smtp 127.0.0.1:25");
        assertThat(new MailServer("h", 25, "u", "very-private", MailServer.Tls.TLS))
                .hasToString("h:25");
    }

    private static ConnectorException failure(Map<String, String> script) throws IOException {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(script)) {
            return failure(connect(server.port(), Map.of()));
        }
    }

    private static ConnectorException failure(SendsMessages connector) {
        return catchThrowableOfType(
                ConnectorException.class, () -> connector.send(PostOffice.message("case-1/1", "bob@acme.example")));
    }

    private static SendsMessages connect(int port, Map<String, ?> more) {
        return PostOffice.connect(port, new SettableClock(Instant.parse("2024-06-19T12:00:00Z")), more);
    }
}
