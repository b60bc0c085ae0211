package dev.dormouse.connectors.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.spi.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One Slack workspace. A recipient is the id of a channel; a message that was posted has arrived. */
final class SlackConnector implements Connector, SendsMessages {

    /** A message whose sending was interrupted is looked for by the next pass; a month is far more than that. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private static final int PAGES = 50;

    private final SlackClient client;
    private final Surroundings surroundings;

    SlackConnector(SlackClient client, Surroundings surroundings) {
        this.client = client;
        this.surroundings = surroundings;
    }

    @Override
    public Receipt send(Message message) {
        String subject = SlackText.escape(message.subject().strip().replaceAll("\\s+", " "));
        String heading = subject.isEmpty() ? "" : "*" + subject + "*\n";
        String text = heading + SlackText.escape(message.text());
        String fallback = subject.isEmpty() ? "Dormouse" : subject;
        String timestamp = client.post(message.recipient(), message.key(), fallback, SlackText.blocks(text));
        return new Receipt(message.recipient() + ":" + timestamp);
    }

    @Override
    public @Nullable Receipt findSent(Message message) {
        String channel = message.recipient();
        Instant since = surroundings.clock().instant().minus(LOOK_BACK);
        String cursor = null;
        for (int page = 0; page < PAGES; page++) {
            ConversationsHistoryResponse history = fetch(channel, since, cursor);
            for (com.slack.api.model.Message posted : history.getMessages()) {
                if (carries(posted, message.key())) {
                    return new Receipt(channel + ":" + posted.getTs());
                }
            }
            cursor = history.getResponseMetadata() == null
                    ? null
                    : history.getResponseMetadata().getNextCursor();
            if (cursor == null || cursor.isEmpty()) {
                return null;
            }
        }
        throw new ConnectorException(
                SlackErrorCode.TOO_MUCH_HISTORY,
                new Reaction.Invalid(),
                "Slack channel " + channel + ": whether message " + message.key() + " was posted cannot be told from "
                        + PAGES + " pages of history; look into the channel and decide");
    }

    private ConversationsHistoryResponse fetch(String channel, Instant since, @Nullable String cursor) {
        return surroundings.patience().read(() -> client.fetchHistory(channel, since, cursor));
    }

    private static boolean carries(com.slack.api.model.Message posted, String key) {
        var metadata = posted.getMetadata();
        if (metadata == null || !SlackClient.EVENT.equals(metadata.getEventType())) {
            return false;
        }
        Map<String, Object> payload = metadata.getEventPayload();
        return payload != null && key.equals(payload.get("key"));
    }

    @Override
    public Lookup lookup() {
        return Lookup.BY_KEY;
    }

    @Override
    public Delivery fetchDelivery(Receipt receipt) {
        return new Delivery.Delivered();
    }

    @Override
    public String toString() {
        return client.toString();
    }
}
