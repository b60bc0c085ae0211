package dev.dormouse.connectors.auth0;

import com.auth0.client.mgmt.core.ManagementApiException;
import com.auth0.client.mgmt.core.OAuthTokenException;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what a failure of the official client means. Answers of the token endpoint never become part of a message. */
final class Auth0Failures {

    private static final Pattern TOKEN_STATUS = Pattern.compile("HTTP (\\d{3})");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private final String domain;
    private final Clock clock;

    Auth0Failures(String domain, Clock clock) {
        this.domain = domain;
        this.clock = clock;
    }

    ConnectorException classify(int page, RuntimeException failure) {
        String what = "Auth0 " + domain + ": page " + page + " of the users: ";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ManagementApiException answered) {
                return ofAnswer(what, answered);
            }
            if (cause instanceof OAuthTokenException refused && status(refused) != 0) {
                return ofStatus("Auth0 " + domain + ": the token: ", status(refused), UNTOLD);
            }
            if (cause instanceof JsonProcessingException) {
                // The cause would quote the answer, which may hold a token.
                return failed(
                        Auth0ErrorCode.UNREADABLE,
                        new Reaction.Invalid(),
                        what + "the answer is empty, cut off or not JSON; the feed counts as failed",
                        null);
            }
            if (cause instanceof IOException io) {
                return failed(
                        Auth0ErrorCode.UNREACHABLE,
                        new Reaction.Unavailable(),
                        what + "no answer (" + kind(io) + ")",
                        io);
            }
        }
        return failed(
                Auth0ErrorCode.UNREADABLE,
                new Reaction.Invalid(),
                what + "the answer could not be used (" + kind(failure) + "); the feed counts as failed",
                null);
    }

    private ConnectorException ofAnswer(String what, ManagementApiException answered) {
        if (answered.statusCode() == 400 && String.valueOf(answered.body()).contains("1000")) {
            return ceiling(what + "Auth0 refuses to page further");
        }
        return ofStatus(what, answered.statusCode(), wait(answered.headers()));
    }

    private ConnectorException ofStatus(String what, int status, Duration wait) {
        if (status == 429) {
            return failed(
                    Auth0ErrorCode.RATE_LIMITED,
                    new Reaction.RetryAfter(wait),
                    what + "HTTP 429, too many requests; asked to wait " + wait.toSeconds() + " s",
                    null);
        }
        if (status == 401 || status == 403) {
            String advice = "; check clientId and clientSecret, and that the application may read:users";
            return failed(Auth0ErrorCode.FORBIDDEN, new Reaction.Forbidden(), what + "HTTP " + status + advice, null);
        }
        if (status >= 500) {
            return failed(Auth0ErrorCode.UNREACHABLE, new Reaction.Unavailable(), what + "HTTP " + status, null);
        }
        return failed(
                Auth0ErrorCode.REFUSED, new Reaction.Invalid(), what + "HTTP " + status + "; check the domain", null);
    }

    static ConnectorException ceiling(String what) {
        return failed(
                Auth0ErrorCode.INCOMPLETE,
                new Reaction.Invalid(),
                what
                        + "; Auth0 pages through 1,000 users at most. Use an export file of the users as the source instead.",
                null);
    }

    private static ConnectorException failed(
            Auth0ErrorCode code, Reaction reaction, String message, @Nullable Throwable cause) {
        return new ConnectorException(code, reaction, message, cause);
    }

    private static int status(OAuthTokenException refused) {
        Matcher matcher = TOKEN_STATUS.matcher(String.valueOf(refused.getMessage()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private Duration wait(Map<String, List<String>> headers) {
        Long retryAfter = number(headers, "retry-after");
        if (retryAfter != null) {
            return bounded(Duration.ofSeconds(retryAfter));
        }
        Long reset = number(headers, "x-ratelimit-reset");
        return reset == null ? UNTOLD : bounded(Duration.between(clock.instant(), Instant.ofEpochSecond(reset)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Long number(Map<String, List<String>> headers, String name) {
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)
                    && header.getValue().getFirst().matches("\\d{1,12}")) {
                return Long.valueOf(header.getValue().getFirst());
            }
        }
        return null;
    }

    private static String kind(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
