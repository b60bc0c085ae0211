package dev.dormouse.connectors.github;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what an answer that is no success means. */
final class Failures {

    /** GitHub's advice for a secondary limit that names no time. */
    private static final Duration WITHOUT_HINT = Duration.ofMinutes(1);

    private static final int LONGEST_MESSAGE = 300;

    private final ObjectMapper json;
    private final Clock clock;

    Failures(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** @param permission what the token needs for this call, in the words of GitHub */
    ConnectorException of(HttpAnswer answer, String permission) {
        String message = message(answer);
        String failed = answer.call() + " failed: ";
        int status = answer.status();
        if (isLimit(answer, message)) {
            Duration delay = delay(answer);
            return new ConnectorException(
                    GitHubErrorCode.RATE_LIMITED,
                    new Reaction.RetryAfter(delay),
                    failed + "GitHub's rate limit is used up, free again in " + delay.toSeconds() + " s (" + status
                            + " " + message + ")");
        }
        if (status == 401) {
            return new ConnectorException(
                    GitHubErrorCode.TOKEN_REFUSED,
                    new Reaction.Forbidden(),
                    failed + "GitHub does not accept the token (401 " + message
                            + "); it has expired or was revoked, put a valid one in the setting token");
        }
        if (status == 403) {
            return new ConnectorException(
                    GitHubErrorCode.PERMISSION_MISSING,
                    new Reaction.Forbidden(),
                    failed + "the token may not do this (403 " + message + "); it needs " + permission);
        }
        return other(status, failed + status + " " + message);
    }

    private static ConnectorException other(int status, String text) {
        if (status == 404 || status == 410) {
            return new ConnectorException(GitHubErrorCode.NOT_FOUND, new Reaction.Gone(), text);
        }
        if (status >= 500) {
            return new ConnectorException(
                    GitHubErrorCode.SERVER_ERROR, new Reaction.Unavailable(), text + "; try again later");
        }
        if (status >= 300 && status < 400) {
            return new ConnectorException(
                    GitHubErrorCode.REFUSED,
                    new Reaction.Invalid(),
                    text
                            + "; GitHub points elsewhere, so the organisation or repository was renamed: use its new name");
        }
        return new ConnectorException(GitHubErrorCode.REFUSED, new Reaction.Invalid(), text);
    }

    /** The answer as JSON. A body that cannot be read may be cut off: later may be better. */
    JsonNode json(HttpAnswer answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw unreadable(answer.call(), e);
        }
    }

    static ConnectorException unreadable(String call, Exception cause) {
        String reason = cause instanceof JacksonException e ? e.getOriginalMessage() : cause.getMessage();
        return new ConnectorException(
                GitHubErrorCode.UNREADABLE_ANSWER,
                new Reaction.Unavailable(),
                call + " failed: the answer cannot be read (" + oneLine(reason) + "); try again later",
                cause);
    }

    static Outcome.Failed outcome(ConnectorException e) {
        return new Outcome.Failed(String.valueOf(e.getMessage()), e.code().name(), e.reaction());
    }

    static String oneLine(@Nullable String text) {
        String line = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "..." : line;
    }

    String message(HttpAnswer answer) {
        try {
            JsonNode body = json.readTree(answer.body());
            String message = body.path("message").asText("");
            for (JsonNode error : body.path("errors")) {
                message += "; "
                        + (error.isTextual()
                                ? error.asText()
                                : error.path("message").asText(""));
            }
            return oneLine(message);
        } catch (IOException e) {
            return "without a readable message";
        }
    }

    private static boolean isLimit(HttpAnswer answer, String message) {
        if (answer.status() == 429) {
            return true;
        }
        return answer.status() == 403
                && (answer.header("retry-after") != null
                        || "0".equals(answer.header("x-ratelimit-remaining"))
                        || message.toLowerCase(Locale.ROOT).contains("rate limit"));
    }

    Duration delay(HttpAnswer answer) {
        Long seconds = number(answer.header("retry-after"));
        if (seconds != null) {
            return Duration.ofSeconds(Math.max(1, seconds));
        }
        Long reset = number(answer.header("x-ratelimit-reset"));
        if (reset != null && "0".equals(answer.header("x-ratelimit-remaining"))) {
            Duration until = Duration.between(clock.instant(), Instant.ofEpochSecond(reset));
            return until.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : until;
        }
        return WITHOUT_HINT;
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,12}") ? Long.valueOf(text) : null;
    }
}
