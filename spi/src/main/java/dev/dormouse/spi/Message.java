package dev.dormouse.spi;

import java.util.Map;

/**
 * One message to one recipient.
 *
 * @param key identifies the message for ever: a second sending of the same key must be recognisable as the same message
 * @param recipient an e-mail address or a channel, as the sending connector understands it
 * @param template the name of the template, for channels that keep templates on their side
 * @param values what a template may use, for channels that keep templates on their side
 * @param subject one line
 * @param text the plain text
 * @param html the same for mail readers that show HTML; empty where there is none
 */
public record Message(
        String key,
        String recipient,
        String template,
        Map<String, String> values,
        String subject,
        String text,
        String html) {

    public Message {
        values = Map.copyOf(values);
    }
}
