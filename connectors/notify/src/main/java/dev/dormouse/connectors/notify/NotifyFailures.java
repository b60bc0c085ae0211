package dev.dormouse.connectors.notify;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import uk.gov.service.notify.NotificationClientException;

/** Says what a failure of the official client means, in one line and without the key. */
final class NotifyFailures {

    private static final Duration PER_MINUTE = Duration.ofMinutes(1);
    private static final Duration PER_DAY = Duration.ofHours(1);

    private final String apiKey;

    NotifyFailures(String apiKey) {
        this.apiKey = apiKey;
    }

    ConnectorException classify(String what, Throwable failure) {
        if (failure instanceof NotificationClientException refused && refused.getHttpResult() > 0) {
            return ofStatus(what, refused.getHttpResult(), String.valueOf(refused.getMessage()));
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return noAnswer(what, cause.getClass().getSimpleName());
    }

    /** Nothing is known: a message may or may not have been taken. */
    ConnectorException noAnswer(String what, String why) {
        return failed(
                NotifyErrorCode.UNREACHABLE, new Reaction.Unavailable(), what + ": no usable answer (" + why + ")");
    }

    private ConnectorException ofStatus(String what, int status, String body) {
        String line = what + ": HTTP " + status + ", " + errors(body);
        if (status == 429) {
            // Two limits share the status: so many a minute, and so many a day.
            Duration wait = body.contains("TooManyRequestsError") ? PER_DAY : PER_MINUTE;
            return failed(NotifyErrorCode.RATE_LIMITED, new Reaction.RetryAfter(wait), line);
        }
        if (status >= 500) {
            return failed(NotifyErrorCode.UNREACHABLE, new Reaction.Unavailable(), line);
        }
        if (status == 401 || status == 403) {
            return failed(
                    NotifyErrorCode.FORBIDDEN,
                    new Reaction.Forbidden(),
                    line + "; check apiKey, and that the clock of this machine is right");
        }
        if (status == 404) {
            return failed(NotifyErrorCode.NOT_FOUND, new Reaction.Gone(), line);
        }
        return failed(NotifyErrorCode.REFUSED, new Reaction.Invalid(), line);
    }

    private ConnectorException failed(ErrorCode code, Reaction reaction, String line) {
        String secret = apiKey.substring(apiKey.length() - 36);
        return new ConnectorException(
                code, reaction, "GOV.UK Notify: " + line.replace(secret, "***").replaceAll("\\s+", " "));
    }

    /** The messages of {@code {"errors":[{"error":"ValidationError","message":"..."}]}}. */
    private static String errors(String text) {
        int brace = text.indexOf('{');
        if (brace < 0) {
            return "without a reason";
        }
        try {
            JSONArray errors = new JSONObject(text.substring(brace)).getJSONArray("errors");
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < errors.length(); i++) {
                line.append(i == 0 ? "" : "; ").append(errors.getJSONObject(i).getString("message"));
            }
            return line.toString();
        } catch (JSONException _) {
            return "without a readable reason";
        }
    }
}
