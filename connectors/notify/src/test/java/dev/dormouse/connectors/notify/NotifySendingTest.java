package dev.dormouse.connectors.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.sandbox.notify.SentMail;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.SendsMessages.Lookup;
import dev.dormouse.spi.SendsMessages.Receipt;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent and what became of it. N1 to N4 are the replayable cases of the script that Dormouse replaces. */
class NotifySendingTest {

    private final Service service = new Service();

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"announce," + Service.ANNOUNCE, "remind," + Service.REMIND})
    void a_warning_carries_its_template_the_login_date_and_the_reply_to_id(String template, String id) {
        Receipt receipt = service.connector.send(
                Service.message("case-1/" + template, template, Map.of("login_date", "19/07/2024")));
        assertThat(service.notify.sent())
                .containsExactly(new SentMail(
                        receipt.remoteId(),
                        "case-1/" + template,
                        "bob@acme.example",
                        id,
                        Map.of("login_date", "19/07/2024"),
                        Service.REPLY_TO));
    }

    @Test
    void the_word_of_removal_needs_no_personalisation() {
        service.connector.send(Service.message("case-1/removed", "removed", Map.of()));
        assertThat(service.notify.sent())
                .extracting(SentMail::template, SentMail::personalisation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Service.REMOVED, Map.of()));
    }

    @Test
    void a_template_without_an_id_is_refused_before_anything_is_sent() {
        Message message = Service.message("case-1/4", "digest", Map.of());
        ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> service.connector.send(message));
        assertThat(e.reaction()).isEqualTo(new Reaction.Invalid());
        assertThat(e)
                .hasMessage("GOV.UK Notify: message case-1/4 was not sent, because templates has no id for \"digest\";"
                        + " there are: announce, remind, removed. Add \"digest: <template id>\" under templates.");
        assertThat(service.notify.requests()).isEmpty();
    }

    @Test
    void a_message_is_found_by_its_key_after_a_crash() {
        Message message = Service.message("case-1/1", "announce", Map.of());
        Receipt receipt = service.connector.send(message);
        assertThat(service.connector.lookup()).isEqualTo(Lookup.BY_KEY);
        assertThat(service.connect(Map.of()).findSent(message)).isEqualTo(receipt);
        assertThat(service.notify.count("case-1/1")).isEqualTo(1);
    }

    @Test
    void a_message_that_was_not_sent_is_not_found() {
        service.connector.send(Service.message("case-1/1", "announce", Map.of()));
        assertThat(service.connector.findSent(Service.message("case-1/2", "announce", Map.of())))
                .isNull();
    }

    @Test
    void n1_a_message_that_arrived_is_delivered() {
        assertThat(delivery()).isEqualTo(new Delivery.Delivered());
    }

    @Test
    void n2_an_address_that_fails_is_a_bounce_with_the_address_and_the_status() {
        service.notify.bounce("Bob@acme.example");
        assertThat(delivery())
                .isEqualTo(new Delivery.Bounced("permanent-failure for bob@acme.example: the address does not exist"));
    }

    @Test
    void n4_a_failure_of_another_message_is_not_a_bounce_of_this_one() {
        service.notify.bounce("carol@acme.example");
        service.connector.send(
                new Message("case-2/1", "carol@acme.example", "remind", Map.of(), "subject", "text", ""));
        assertThat(delivery()).isEqualTo(new Delivery.Delivered());
    }

    @ParameterizedTest
    @CsvSource({
        "temporary-failure,the mailbox is full or does not answer",
        "technical-failure,GOV.UK Notify could not send it"
    })
    void a_failure_that_may_pass_is_no_bounce(String status, String meaning) {
        service.notify.status("bob@acme.example", status);
        assertThat(delivery()).isEqualTo(new Delivery.Failed(status + " for bob@acme.example: " + meaning));
    }

    @ParameterizedTest
    @CsvSource({"created", "sending", "pending", "something-new"})
    void what_has_not_arrived_yet_is_in_transit(String status) {
        service.notify.status("bob@acme.example", status);
        assertThat(delivery()).isEqualTo(new Delivery.InTransit());
    }

    private Delivery delivery() {
        return service.connector.fetchDelivery(
                service.connector.send(Service.message("case-1/1", "announce", Map.of("login_date", "19/07/2024"))));
    }
}
