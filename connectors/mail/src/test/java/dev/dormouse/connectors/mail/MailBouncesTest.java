package dev.dormouse.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.sandbox.mail.MailStandIn;
import dev.dormouse.sandbox.mail.Report.Fate;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.spi.SendsMessages.Receipt;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailBouncesTest {

    private final PostOffice office = new PostOffice();
    private final SendsMessages connector = office.connector();
    private final Receipt receipt = connector.send(PostOffice.message("case-1/1", "bob@acme.example"));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_report_of_failure_is_a_bounce_with_address_status_and_the_words_of_the_server() {
        office.mail.report("bob@acme.example", Fate.FAILED);
        assertThat(connector.fetchDelivery(receipt))
                .isEqualTo(new Delivery.Bounced("bob@acme.example was not reached (5.1.1): 550 5.1.1 User unknown"));
    }

    @Test
    void an_address_that_bounces_sends_its_report_by_itself() {
        office.mail.bounce("Carol@acme.example");
        Receipt lost = connector.send(PostOffice.message("case-2/1", "carol@acme.example"));
        assertThat(connector.fetchDelivery(lost)).isInstanceOf(Delivery.Bounced.class);
        assertThat(connector.fetchDelivery(receipt)).isEqualTo(new Delivery.NotReported());
    }

    @Test
    void the_bounce_address_is_on_the_envelope() {
        assertThat(office.mail.messagesTo("bob@acme.example").getFirst().header("Return-Path"))
                .contains(MailStandIn.BOUNCE_ADDRESS);
    }

    @Test
    void a_delay_is_no_bounce() {
        office.mail.report("bob@acme.example", Fate.DELAYED);
        assertThat(connector.fetchDelivery(receipt)).isEqualTo(new Delivery.NotReported());
    }

    @Test
    void a_server_that_gave_up_after_delays_says_nothing_of_the_address() {
        office.mail.report("bob@acme.example", Fate.EXPIRED);
        assertThat(connector.fetchDelivery(receipt))
                .isEqualTo(new Delivery.Failed(
                        "bob@acme.example was not reached (4.4.7): 451 4.4.7 Delivery time expired"));
    }

    @Test
    void other_mail_in_the_mailbox_is_no_bounce() throws MessagingException {
        office.mail.deliverToBounces(mime("Subject: Out of office\n\nI am away: " + receipt.remoteId()));
        assertThat(connector.fetchDelivery(receipt)).isEqualTo(new Delivery.NotReported());
    }

    @Test
    void a_report_whose_message_id_was_rewritten_is_known_by_the_key() throws MessagingException {
        office.mail.deliverToBounces(mime(report("Message-ID: <rewritten@relay>\nX-Dormouse-Key: case-1%2F1")));
        assertThat(connector.fetchDelivery(receipt))
                .isEqualTo(new Delivery.Failed("bob@acme.example was not reached (5.7.1)"));
    }

    @Test
    void a_report_in_base64_about_several_recipients_is_read() throws MessagingException {
        String status = """
                Reporting-MTA: dns; a

                Final-Recipient: rfc822; ann@acme.example
                Action: delivered

                Final-Recipient: rfc822; bea@acme.example
                Action: FAILED
                Status: 5.2.2
                """;
        String encoded = Base64.getEncoder().encodeToString(status.getBytes(StandardCharsets.US_ASCII));
        office.mail.deliverToBounces(mime("""
                Content-Type: multipart/report; boundary=b

                --b
                Content-Type: message/delivery-status
                Content-Transfer-Encoding: base64

                %s
                --b
                Content-Type: message/rfc822

                Message-ID: %s

                body
                --b--
                """.formatted(encoded, receipt.remoteId())));
        assertThat(connector.fetchDelivery(receipt))
                .isEqualTo(new Delivery.Failed("bea@acme.example was not reached (5.2.2)"));
    }

    @Test
    void a_malformed_report_does_not_hide_the_reports_behind_it() throws MessagingException {
        office.mail.deliverToBounces(mime(report("x")
                .replace("Status: 5", "Status")
                .replace("delivery-status\n", "delivery-status\nContent-Transfer-Encoding: x-unknown\n")));
        office.mail.deliverToBounces(mime("Content-Type: multipart/report\n\nno parts at all"));
        office.mail.report("bob@acme.example", Fate.FAILED);
        assertThat(connector.fetchDelivery(receipt)).isInstanceOf(Delivery.Bounced.class);
    }

    @Test
    void the_mailbox_is_asked_every_three_minutes_at_most_and_then_for_what_is_new() {
        assertThat(connector.fetchDelivery(receipt)).isEqualTo(new Delivery.NotReported());
        office.mail.report("bob@acme.example", Fate.FAILED);
        office.clock.advance(Duration.ofSeconds(179));
        assertThat(connector.fetchDelivery(receipt)).isEqualTo(new Delivery.NotReported());
        office.clock.advance(Duration.ofSeconds(1));
        assertThat(connector.fetchDelivery(receipt)).isInstanceOf(Delivery.Bounced.class);
        office.clock.advance(Duration.ofDays(1));
        assertThat(connector.fetchDelivery(receipt)).isInstanceOf(Delivery.Bounced.class);
    }

    @Test
    void nothing_in_the_mailbox_is_changed() {
        office.mail.report("bob@acme.example", Fate.FAILED);
        office.mail.report("bob@acme.example", Fate.DELAYED);
        connector.fetchDelivery(receipt);
        assertThat(office.mail.unreadBounces()).isEqualTo(2);
    }

    @Test
    void a_mailbox_that_refuses_the_login_is_not_taken_for_no_bounce() {
        ConnectorException e = deliveryFailure("password", "wrong-and-private");
        assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden());
        assertThat(e)
                .hasMessageContaining("the server refuses the login; check user and password under bounces; whether"
                        + " messages came back is not known");
        assertThat(Throwables.getStackTrace(e)).doesNotContain("wrong-and-private");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        ConnectorException e = deliveryFailure("folder", "Bounces");
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e).hasMessageStartingWith("bounce mailbox Bounces at 127.0.0.1:");
    }

    @Test
    void a_mailbox_that_does_not_answer_is_unavailable_and_asked_again_next_time() {
        ConnectorException e = deliveryFailure("port", 1);
        assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable());
        assertThat(e).hasMessageContaining("cannot be read (").hasMessageEndingWith("came back is not known");
        assertThat(e.getMessage()).doesNotContain("\n");
    }

    private ConnectorException deliveryFailure(String key, Object value) {
        Map<String, Object> bounces = office.bounces();
        bounces.put(key, value);
        SendsMessages broken = office.connect(Map.of("bounces", bounces));
        assertThatThrownBy(() -> broken.fetchDelivery(receipt)).isInstanceOf(ConnectorException.class);
        return catchThrowableOfType(ConnectorException.class, () -> broken.fetchDelivery(receipt));
    }

    private static String report(String returned) {
        return """
                Content-Type: multipart/report; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; a

                Final-Recipient: rfc822; bob@acme.example
                Action: failed
                Status: 5.7.1

                --b
                Content-Type: text/rfc822-headers

                %s

                --b--
                """.formatted(returned);
    }

    private static MimeMessage mime(String text) throws MessagingException {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }
}
