package dev.dormouse.sandbox.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A message in a mailbox.
 *
 * @param mailbox whose
 * @param headers as they arrived; names in lower case
 * @param text the part in plain text; empty where there is none
 * @param html the part in HTML; empty where there is none
 */
public record ReceivedMail(String mailbox, String subject, Map<String, String> headers, String text, String html) {

    public ReceivedMail {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The value of a header; empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    static ReceivedMail read(String mailbox, MimeMessage message) {
        try {
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
            String subject = message.getSubject() == null ? "" : message.getSubject();
            return new ReceivedMail(mailbox, subject, headers, part(message, "text/plain"), part(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a message of " + mailbox + " cannot be read", e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
