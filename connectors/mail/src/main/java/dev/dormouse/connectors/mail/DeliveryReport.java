package dev.dormouse.connectors.mail;

import dev.dormouse.spi.Delivery;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464), as far as it is needed.
 *
 * @param failure who was not reached and why; null where the report tells of no final failure, for example of a delay
 * @param messageId of the message that came back, with angle brackets
 * @param key of the message that came back
 */
record DeliveryReport(
        @Nullable Delivery failure,
        @Nullable String messageId,
        @Nullable String key) {

    /** RFC 3463: the address is wrong, or the mailbox is closed; all else may be a full mailbox, or a server that is cross. */
    private static final Pattern NOBODY_THERE = Pattern.compile("5\\.1\\.\\d+|5\\.2\\.1");

    /** Null where the message is no such report. */
    static @Nullable DeliveryReport read(Part message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return null;
        }
        Delivery failure = null;
        InternetHeaders returned = null;
        for (int i = 0; i < parts.getCount(); i++) {
            MimeBodyPart part = (MimeBodyPart) parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                failure = failure(part);
            }
            if (part.isMimeType("message/rfc822")
                    || part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/global")
                    || part.isMimeType("message/global-headers")) {
                try (InputStream stream = part.getInputStream()) {
                    returned = new InternetHeaders(stream);
                }
            }
        }
        if (returned == null) {
            return new DeliveryReport(failure, null, null);
        }
        String key = returned.getHeader(MessageIdentity.KEY_HEADER, null);
        String messageId = returned.getHeader("Message-ID", null);
        return new DeliveryReport(
                failure, messageId == null ? null : messageId.strip(), key == null ? null : readKey(key));
    }

    /** The first recipient with {@code Action: failed}; the fields of each recipient are a group of their own. */
    private static @Nullable Delivery failure(MimeBodyPart status) throws MessagingException, IOException {
        try (InputStream stream = new BufferedInputStream(decoded(status))) {
            while (more(stream)) {
                InternetHeaders fields = new InternetHeaders(stream);
                // "delayed" may still arrive; "failed" is final, also after a status of 4.x that lasted too long.
                if ("failed".equals(value(fields, "Action").toLowerCase(Locale.ROOT))) {
                    return describe(fields);
                }
            }
            return null;
        }
    }

    /** RFC 2046 forbids to encode such a part, the mail library therefore does not decode it, and some servers do it. */
    private static InputStream decoded(MimeBodyPart part) throws MessagingException {
        String encoding = part.getHeader("Content-Transfer-Encoding", null);
        InputStream raw = part.getRawInputStream();
        return encoding == null ? raw : MimeUtility.decode(raw, encoding.strip());
    }

    private static Delivery describe(InternetHeaders fields) {
        String recipient = afterType(value(fields, "Final-Recipient"));
        String diagnostic = afterType(value(fields, "Diagnostic-Code"));
        String status = value(fields, "Status");
        String line = (recipient.isEmpty() ? "the recipient" : recipient)
                + " was not reached"
                + (status.isEmpty() ? "" : " (" + status + ")")
                + (diagnostic.isEmpty() ? "" : ": " + diagnostic);
        String reason = MailFailures.clean(line, null);
        return NOBODY_THERE.matcher(status).matches() ? new Delivery.Bounced(reason) : new Delivery.Failed(reason);
    }

    private static boolean more(InputStream stream) throws IOException {
        stream.mark(1);
        int next = stream.read();
        stream.reset();
        return next >= 0;
    }

    private static String value(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : value.strip();
    }

    /** {@code rfc822; bob@acme.example} without the type before the semicolon. */
    private static String afterType(String value) {
        return value.substring(value.indexOf(';') + 1).strip();
    }

    private static @Nullable String readKey(String header) {
        try {
            return MessageIdentity.key(header);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
