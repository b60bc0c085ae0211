package dev.dormouse.connectors.notify;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.SendsMessages;
import org.jspecify.annotations.Nullable;
import uk.gov.service.notify.Notification;

/** One service at GOV.UK Notify. Sends e-mail and tells what became of it. */
final class NotifyConnector implements Connector, SendsMessages {

    private final NotifyConfig config;
    private final NotifyClient client;
    private final Patience patience;

    NotifyConnector(NotifyConfig config, NotifyClient client, Patience patience) {
        this.config = config;
        this.client = client;
        this.patience = patience;
    }

    @Override
    public Receipt send(Message message) {
        String template = config.templates().get(message.template());
        if (template == null) {
            throw withoutTemplate(message);
        }
        return new Receipt(
                client.send(message.recipient(), template, message.values(), message.key(), config.replyTo()));
    }

    @Override
    public @Nullable Receipt findSent(Message message) {
        // Compared again, because a reference that the filter did not understand would match everything.
        return patience.read(() -> client.fetchByReference(message.key())).stream()
                .filter(found ->
                        found.getReference().filter(message.key()::equals).isPresent())
                .findFirst()
                .map(found -> new Receipt(found.getId().toString()))
                .orElse(null);
    }

    @Override
    public Lookup lookup() {
        return Lookup.BY_KEY;
    }

    @Override
    public Delivery fetchDelivery(Receipt receipt) {
        Notification notification = patience.read(() -> client.fetch(receipt.remoteId()));
        return switch (notification.getStatus()) {
            case "delivered" -> new Delivery.Delivered();
            case "permanent-failure" -> new Delivery.Bounced(reason(notification, "the address does not exist"));
            case "temporary-failure" ->
                new Delivery.Failed(reason(notification, "the mailbox is full or does not answer"));
            case "technical-failure" -> new Delivery.Failed(reason(notification, "GOV.UK Notify could not send it"));
            // created, sending, pending; and what may come: a status that is not known is not taken for arrival.
            default -> new Delivery.InTransit();
        };
    }

    private static String reason(Notification notification, String meaning) {
        return notification.getStatus() + " for "
                + notification.getEmailAddress().orElse("the address") + ": " + meaning;
    }

    private ConnectorException withoutTemplate(Message message) {
        return new ConnectorException(
                NotifyErrorCode.NO_TEMPLATE,
                new Reaction.Invalid(),
                "GOV.UK Notify: message " + message.key() + " was not sent, because templates has no id for \""
                        + message.template() + "\"; there are: "
                        + (config.templates().isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        config.templates().keySet().stream()
                                                .sorted()
                                                .toList()))
                        + ". Add \"" + message.template() + ": <template id>\" under templates.");
    }

    @Override
    public String toString() {
        return "notify " + config.url();
    }
}
