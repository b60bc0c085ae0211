package dev.dormouse.connectors.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what Slack's errors mean and what to do, in one line and without the token. */
final class SlackFailures {

    private static final Duration UNTOLD = Duration.ofMinutes(1);
    private static final long LONGEST_SECONDS = 3_600;

    private final String token;

    SlackFailures(String token) {
        this.token = token;
    }

    ConnectorException ofResponse(String what, SlackApiTextResponse response) {
        String error = response.getError() == null ? "no reason given" : response.getError();
        String line = what + ": " + error;
        return switch (error) {
            case "ratelimited", "rate_limited" -> limited(line, retryAfter(response.getHttpResponseHeaders()));
            case "not_in_channel" ->
                failed(
                        SlackErrorCode.NO_CHANNEL,
                        new Reaction.Forbidden(),
                        line + "; invite the app to the channel (/invite in the channel)");
            case "channel_not_found", "is_archived" ->
                failed(
                        SlackErrorCode.NO_CHANNEL,
                        new Reaction.Invalid(),
                        line + "; use the id of a channel that exists, such as C033QBE511V, and invite the app to it");
            case "missing_scope" ->
                failed(
                        SlackErrorCode.FORBIDDEN,
                        new Reaction.Forbidden(),
                        line + "; give the app the scope " + response.getNeeded());
            case "invalid_auth",
                    "not_authed",
                    "account_inactive",
                    "token_revoked",
                    "token_expired",
                    "not_allowed_token_type",
                    "no_permission",
                    "access_denied" ->
                failed(
                        SlackErrorCode.FORBIDDEN,
                        new Reaction.Forbidden(),
                        line + "; check the token, and that the app is installed in the workspace");
            case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
                failed(SlackErrorCode.UNREACHABLE, new Reaction.Unavailable(), line);
            default -> failed(SlackErrorCode.REFUSED, new Reaction.Invalid(), line);
        };
    }

    ConnectorException ofException(String what, SlackApiException exception) {
        int status = exception.getResponse().code();
        String line = what + ": HTTP " + status;
        if (status == 429) {
            return limited(line, seconds(exception.getResponse().header("Retry-After")));
        }
        if (status >= 400 && status < 500) {
            return failed(SlackErrorCode.REFUSED, new Reaction.Invalid(), line);
        }
        // Also a 200 that cannot be read: the message may have been posted.
        return failed(SlackErrorCode.UNREACHABLE, new Reaction.Unavailable(), line + ", no usable answer");
    }

    ConnectorException noAnswer(String what, Exception cause) {
        return failed(
                SlackErrorCode.UNREACHABLE,
                new Reaction.Unavailable(),
                what + ": no usable answer (" + cause.getClass().getSimpleName() + ")");
    }

    private ConnectorException limited(String line, Duration wait) {
        return failed(
                SlackErrorCode.RATE_LIMITED,
                new Reaction.RetryAfter(wait),
                line + ", too many requests; asked to wait " + wait.toSeconds() + " s");
    }

    private ConnectorException failed(SlackErrorCode code, Reaction reaction, String line) {
        String clean = line.replace(token, "***").replaceAll("\\s+", " ");
        return new ConnectorException(code, reaction, "Slack " + clean);
    }

    private static Duration retryAfter(@Nullable Map<String, List<String>> headers) {
        if (headers == null) {
            return UNTOLD;
        }
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .findFirst()
                .map(header -> seconds(header.getValue().getFirst()))
                .orElse(UNTOLD);
    }

    private static Duration seconds(@Nullable String header) {
        if (header == null || !header.matches("\\d{1,9}")) {
            return UNTOLD;
        }
        return Duration.ofSeconds(Math.clamp(Long.parseLong(header), 1, LONGEST_SECONDS));
    }
}
