package dev.dormouse.connectors.mail;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.spi.Surroundings;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends e-mail by one SMTP server; a recipient is an address, or several separated by commas. */
final class MailConnector implements Connector, SendsMessages {

    private final MailConfig config;
    private final Surroundings surroundings;
    private final Session session;
    private final MailFailures failures;
    private final @Nullable Bounces bounces;

    MailConnector(MailConfig config, Surroundings surroundings) {
        this.config = config;
        this.surroundings = surroundings;
        Properties properties = config.server().properties("smtp");
        properties.put("mail.smtp.from", config.returnPath());
        // Of several operators, one whose address is dead must not silence the others.
        properties.put("mail.smtp.sendpartial", "true");
        session = Session.getInstance(properties);
        failures = new MailFailures(config.server());
        bounces =
                config.bounces() == null ? null : new Bounces(config.bounces(), config.domain(), surroundings.clock());
    }

    @Override
    public Receipt send(Message message) {
        String what = "message " + message.key() + " to " + message.recipient();
        InternetAddress[] to = recipients(what, message.recipient());
        try {
            deliver(
                    Letter.write(
                            session, config, message, to, surroundings.clock().instant()),
                    to);
            return receipt(message);
        } catch (MessagingException e) {
            throw failures.classify(what, e);
        }
    }

    private void deliver(Letter letter, InternetAddress[] to) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        MailServer server = config.server();
        transport.connect(server.host(), server.port(), server.user(), server.password());
        try {
            transport.sendMessage(letter, to);
        } catch (SendFailedException e) {
            boolean reachedSome = e.getValidSentAddresses() != null && e.getValidSentAddresses().length > 0;
            if (!reachedSome) {
                throw e;
            }
        } finally {
            hangUp(transport);
        }
    }

    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException _) {
            // Whether the message was taken is settled; a server that is rude afterwards changes nothing.
        }
    }

    private static InternetAddress[] recipients(String what, String text) {
        try {
            return Addresses.parse(text);
        } catch (AddressException e) {
            throw new ConnectorException(
                    MailErrorCode.BAD_ADDRESS,
                    new Reaction.Invalid(),
                    MailFailures.clean(what + " was not sent: " + e.getMessage() + "; correct the address", null));
        }
    }

    private Receipt receipt(Message message) {
        return new Receipt(MessageIdentity.messageId(message.key(), config.domain()));
    }

    /** SMTP cannot tell; see {@link Lookup#SAME_IDENTITY}. */
    @Override
    public @Nullable Receipt findSent(Message message) {
        return null;
    }

    @Override
    public Lookup lookup() {
        return Lookup.SAME_IDENTITY;
    }

    @Override
    public Delivery fetchDelivery(Receipt receipt) {
        if (bounces == null) {
            return new Delivery.NotReported();
        }
        Delivery failure = surroundings.patience().read(() -> bounces.find(receipt.remoteId()));
        return failure == null ? new Delivery.NotReported() : failure;
    }

    @Override
    public String toString() {
        return "smtp " + config.server();
    }
}
