package dev.dormouse.connectors.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.util.http.SlackHttpClient;
import dev.dormouse.spi.ConnectorException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Calls Slack with the official client and classifies what comes back. Thread-safe. */
final class SlackClient {

    static final String EVENT = "dormouse_notice";

    private static final int PAGE_SIZE = 200;

    private final MethodsClient methods;
    private final SlackFailures failures;
    private final String url;

    SlackClient(SlackConfig config) {
        url = config.url();
        failures = new SlackFailures(config.token());
        com.slack.api.SlackConfig library = new com.slack.api.SlackConfig();
        library.setMethodsEndpointUrlPrefix(config.url());
        // The listeners log requests with their headers, and the statistics look the token up at Slack.
        library.setHttpClientResponseHandlers(List.of());
        library.setStatsEnabled(false);
        library.getMethodsConfig().setStatsEnabled(false);
        methods = Slack.getInstance(library, new SlackHttpClient(http())).methods(config.token());
    }

    /** A call that failed is not repeated below the program's back: a message could be posted twice. */
    private static OkHttpClient http() {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .callTimeout(Duration.ofSeconds(60))
                .build();
    }

    /** @return the timestamp that identifies the message within its channel */
    String post(String channel, String key, String fallback, List<String> pieces) {
        List<LayoutBlock> blocks = pieces.stream().map(SlackClient::block).toList();
        ChatPostMessageRequest request = ChatPostMessageRequest.builder()
                .channel(channel)
                .text(fallback)
                .blocks(blocks)
                .metadata(new Metadata(EVENT, Map.of("key", key)))
                .unfurlLinks(false)
                .unfurlMedia(false)
                .build();
        ChatPostMessageResponse response =
                call("channel " + channel + ": message " + key, () -> methods.chatPostMessage(request));
        return response.getTs();
    }

    /** One page of what was posted since, the newest first. */
    ConversationsHistoryResponse fetchHistory(String channel, Instant since, @Nullable String cursor) {
        ConversationsHistoryRequest.ConversationsHistoryRequestBuilder request = ConversationsHistoryRequest.builder()
                .channel(channel)
                .oldest(since.getEpochSecond() + ".000000")
                .limit(PAGE_SIZE)
                .includeAllMetadata(true);
        if (cursor != null) {
            request.cursor(cursor);
        }
        return call("channel " + channel + ": history", () -> methods.conversationsHistory(request.build()));
    }

    private static LayoutBlock block(String piece) {
        return Blocks.section(
                section -> section.text(MarkdownTextObject.builder().text(piece).build()));
    }

    private <T extends SlackApiTextResponse> T call(String what, Call<T> call) {
        T response;
        try {
            response = call.run();
        } catch (SlackApiException e) {
            throw failures.ofException(what, e);
        } catch (IOException e) {
            throw failures.noAnswer(what, e);
        } catch (RuntimeException e) {
            throw failures.noAnswer(what, e);
        }
        if (!response.isOk()) {
            throw failures.ofResponse(what, response);
        }
        return response;
    }

    @Override
    public String toString() {
        return "slack " + url;
    }

    /** One call of the client, with its checked exceptions; {@link ConnectorException} is made of them. */
    private interface Call<T> {
        T run() throws IOException, SlackApiException;
    }
}
