package dev.dormouse.connectors.mail;

import dev.dormouse.sandbox.mail.MailStandIn;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.testkit.BareSurroundings;
import dev.dormouse.testkit.MapSettings;
import dev.dormouse.testkit.SettableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A stand-in and connectors to it. */
final class PostOffice implements AutoCloseable {

    final SettableClock clock = new SettableClock(Instant.parse("2024-06-19T12:00:00Z"));
    final MailStandIn mail = new MailStandIn();

    /** A connector that reads the bounces. */
    SendsMessages connector() {
        return connect(Map.of("bounces", bounces()));
    }

    SendsMessages connect(Map<String, ?> more) {
        return connect(mail.smtpPort(), clock, more);
    }

    static SendsMessages connect(int port, SettableClock clock, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "host", MailStandIn.HOST, "port", port, "tls", "none", "from", "Dormouse <dormouse@acme.example>"));
        values.putAll(more);
        return (SendsMessages) new MailProvider().connect(MapSettings.of(values), BareSurroundings.at(clock));
    }

    Map<String, Object> bounces() {
        return new HashMap<>(Map.of(
                "host", MailStandIn.HOST,
                "port", mail.imapPort(),
                "tls", "none",
                "address", MailStandIn.BOUNCE_ADDRESS,
                "user", MailStandIn.BOUNCE_USER,
                "password", MailStandIn.BOUNCE_PASSWORD));
    }

    static Message message(String key, String recipient) {
        return new Message(key, recipient, "announce", Map.of(), "Your account", "Log in by 19/07/2024.", "");
    }

    @Override
    public void close() {
        mail.close();
    }
}
