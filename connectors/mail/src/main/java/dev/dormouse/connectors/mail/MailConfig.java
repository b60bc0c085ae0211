package dev.dormouse.connectors.mail;

import dev.dormouse.spi.Settings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The settings of sending by SMTP.
 *
 * @param replyTo null where answers go to {@code from}
 * @param bounces the mailbox that receives bounces; null where there is none to read
 */
record MailConfig(
        MailServer server,
        InternetAddress from,
        @Nullable InternetAddress replyTo,
        @Nullable Mailbox bounces) {

    /**
     * A folder of an IMAP server.
     *
     * @param address where mail servers send what they cannot deliver; null where that is {@code from}
     */
    record Mailbox(
            MailServer server, String folder, @Nullable InternetAddress address) {}

    static MailConfig from(Settings settings) {
        String replyTo = settings.findText("replyTo");
        return new MailConfig(
                MailServer.from(settings, MailServer.Ports.SMTP),
                address(settings, "from", settings.text("from")),
                replyTo == null ? null : address(settings, "replyTo", replyTo),
                settings.has("bounces") ? mailbox(settings.section("bounces")) : null);
    }

    private static Mailbox mailbox(Settings section) {
        MailServer server = MailServer.from(section, MailServer.Ports.IMAP);
        if (server.user() == null) {
            throw section.fault("user", "is missing; a mailbox cannot be read without user and password");
        }
        String address = section.findText("address");
        return new Mailbox(
                server, section.text("folder", "INBOX"), address == null ? null : address(section, "address", address));
    }

    private static InternetAddress address(Settings settings, String key, String text) {
        try {
            InternetAddress[] parsed = Addresses.parse(text);
            if (parsed.length == 1) {
                return parsed[0];
            }
        } catch (AddressException _) {
            // The fault below says what to write.
        }
        throw settings.fault(key, "must be one address, for example Dormouse <dormouse@acme.example>");
    }

    /** The sender on the envelope, to whom mail servers return what they cannot deliver. */
    String returnPath() {
        InternetAddress address = bounces == null ? null : bounces.address();
        return address == null ? from.getAddress() : address.getAddress();
    }

    /** What Message-IDs end with. */
    String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }
}
