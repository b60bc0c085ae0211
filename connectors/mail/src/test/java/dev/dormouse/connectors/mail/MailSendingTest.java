package dev.dormouse.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.sandbox.mail.ReceivedMail;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.spi.SendsMessages.Lookup;
import dev.dormouse.spi.SendsMessages.Receipt;
import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSendingTest {

    private final PostOffice office = new PostOffice();
    private final SendsMessages connector = office.connect(Map.of("replyTo", "team@acme.example"));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_message_has_both_forms_its_identity_and_says_that_a_program_wrote_it() throws ParseException {
        Receipt receipt = connector.send(new Message(
                "case-1/announce",
                "bob@acme.example",
                "announce",
                Map.of(),
                "Bitte anmelden, Jürgen \u263a",
                "Grüße aus Zürich",
                "<p>Grüße aus Zürich</p>"));
        ReceivedMail mail = office.mail.messagesTo("bob@acme.example").getFirst();
        assertThat(mail.subject()).isEqualTo("Bitte anmelden, Jürgen \u263a");
        assertThat(mail.text().strip()).isEqualTo("Grüße aus Zürich");
        assertThat(mail.html().strip()).isEqualTo("<p>Grüße aus Zürich</p>");
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
        assertThat(mail.header("From")).isEqualTo("Dormouse <dormouse@acme.example>");
        assertThat(mail.header("Reply-To")).isEqualTo("team@acme.example");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("X-Dormouse-Key")).isEqualTo("case-1%2Fannounce");
        assertThat(new MailDateFormat().parse(mail.header("Date"))).isEqualTo("2024-06-19T12:00:00Z");
        assertThat(mail.header("Message-ID")).isEqualTo(receipt.remoteId()).endsWith("@acme.example>");
    }

    @Test
    void a_message_without_html_is_plain_text() {
        connector.send(PostOffice.message("k", "bob@acme.example"));
        ReceivedMail mail = office.mail.messagesTo("bob@acme.example").getFirst();
        assertThat(mail.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail.text().strip()).isEqualTo("Log in by 19/07/2024.");
    }

    @Test
    void the_same_key_has_the_same_message_id_in_another_process_and_another_key_has_another() {
        Receipt first = connector.send(PostOffice.message("case-1/1", "bob@acme.example"));
        Receipt again = office.connect(Map.of()).send(PostOffice.message("case-1/1", "bob@acme.example"));
        Receipt other = connector.send(PostOffice.message("case-1/2", "bob@acme.example"));
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(office.mail.messagesTo("bob@acme.example"))
                .extracting(mail -> mail.header("Message-ID"))
                .containsExactly(first.remoteId(), first.remoteId(), other.remoteId());
    }

    @Test
    void smtp_cannot_be_asked_what_was_sent() {
        Message message = PostOffice.message("k", "bob@acme.example");
        connector.send(message);
        assertThat(connector.lookup()).isEqualTo(Lookup.SAME_IDENTITY);
        assertThat(connector.findSent(message)).isNull();
    }

    @Test
    void without_a_bounce_mailbox_delivery_is_not_reported() {
        Receipt receipt = connector.send(PostOffice.message("k", "bob@acme.example"));
        assertThat(connector.fetchDelivery(receipt)).isEqualTo(new Delivery.NotReported());
    }

    @Test
    void operators_are_several_recipients_of_one_message() {
        connector.send(PostOffice.message("k", "ann@acme.example, Bea <bea@acme.example>"));
        assertThat(office.mail.messages())
                .extracting(ReceivedMail::mailbox)
                .containsExactlyInAnyOrder("ann@acme.example", "bea@acme.example");
    }

    @Test
    void a_line_break_in_the_subject_begins_no_header() {
        connector.send(new Message(
                "k", "bob@acme.example", "t", Map.of(), "Hello\r\nBcc: eve@evil.example\u2028x", "text", ""));
        ReceivedMail mail = office.mail.messagesTo("bob@acme.example").getFirst();
        assertThat(mail.subject()).isEqualTo("Hello Bcc: eve@evil.example x");
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(office.mail.messages()).hasSize(1);
    }

    @Test
    void a_line_break_in_the_key_begins_no_header() {
        connector.send(PostOffice.message("k\r\nBcc: eve@evil.example", "bob@acme.example"));
        ReceivedMail mail = office.mail.messagesTo("bob@acme.example").getFirst();
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.header("X-Dormouse-Key")).isEqualTo("k%0D%0ABcc%3A+eve%40evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob@acme.example\r\nBcc: eve@evil.example",
                "bob@acme.example\nDATA",
                "",
                "bob",
                "bob@",
                "@acme.example",
                "team:ann@acme.example,bea@acme.example;",
                "a b@acme.example"
            })
    void what_is_no_address_is_refused_before_anything_is_sent(String recipient) {
        ConnectorException e = catchThrowableOfType(
                ConnectorException.class, () -> connector.send(PostOffice.message("case-1/1", recipient)));
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e)
                .hasMessageStartingWith("message case-1/1 to ")
                .hasMessageContaining("was not sent")
                .hasMessageEndingWith("correct the address");
        assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("\r");
        assertThat(office.mail.messages()).isEmpty();
    }
}
