package dev.dormouse.sandbox.notify;

import java.util.Map;

/** A notification that was taken; {@code replyTo} is empty where none was given. */
public record SentMail(
        String id,
        String reference,
        String address,
        String template,
        Map<String, String> personalisation,
        String replyTo) {

    public SentMail {
        personalisation = Map.copyOf(personalisation);
    }
}
