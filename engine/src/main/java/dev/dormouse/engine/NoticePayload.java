package dev.dormouse.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.spi.Message;
import java.util.Map;

/**
 * What the intent of a notice keeps, so that a survivor of a crash can send exactly the same message and tell the cases.
 *
 * @param what it is for the cases
 * @param number of the stage or step
 * @param reminder number of the reminder; 0 for none
 * @param deadline as told, ISO; empty for none
 */
record NoticePayload(
        String channel,
        What what,
        int number,
        int reminder,
        String deadline,
        String recipient,
        String template,
        Map<String, String> values,
        String subject,
        String text,
        String html) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a notice is for its cases. */
    enum What {
        ANNOUNCE,
        REMIND,
        TELL,
        DIGEST
    }

    static NoticePayload of(Intent intent) {
        try {
            return JSON.readValue(intent.payload(), NoticePayload.class);
        } catch (JsonProcessingException e) {
            throw new EngineException("the intent " + intent.key() + " cannot be read: " + e.getOriginalMessage());
        }
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice cannot be written as JSON", e);
        }
    }

    Message message(String key) {
        return new Message(key, recipient, template, values, subject, text, html);
    }
}
