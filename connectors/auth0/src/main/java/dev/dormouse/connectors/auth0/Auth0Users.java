package dev.dormouse.connectors.auth0;

import com.auth0.client.mgmt.types.UserDateSchema;
import com.auth0.client.mgmt.types.UserResponseSchema;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns users into sightings. A login is reported at once; "never" only when the list is whole and no other user of the
 * same account, for example of another connection, has logged in.
 */
final class Auth0Users {

    private final AccountField account;
    private final ActivitySink sink;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Sighting> never = new LinkedHashMap<>();

    Auth0Users(AccountField account, ActivitySink sink) {
        this.account = account;
        this.sink = sink;
    }

    /** How many different users were taken. */
    int count() {
        return ids.size();
    }

    void take(UserResponseSchema user) {
        String id = user.getUserId().orElse("user " + (ids.size() + 1) + " without user_id");
        if (!ids.add(id)) {
            return;
        }
        String login = account.of(user);
        if (login == null) {
            sink.problem(
                    new Problem(id, "the user has no " + account.word() + ", so nobody knows whose login this is"));
            return;
        }
        String key = login.toLowerCase(Locale.ROOT);
        if (user.getLastLogin().isEmpty()) {
            never.putIfAbsent(key, new Sighting.Never(login));
            return;
        }
        seen.add(key);
        sink.sighting(login(id, login, user.getLastLogin().get()));
    }

    /** @throws ConnectorException when there are fewer users than Auth0 says it has */
    void finish(String domain, long total) {
        if (ids.size() < total) {
            throw new ConnectorException(
                    Auth0ErrorCode.INCOMPLETE,
                    new Reaction.Unavailable(),
                    "Auth0 " + domain + ": got " + ids.size() + " of " + total
                            + " users; the feed counts as failed and is read again at the next pass");
        }
        never.keySet().removeAll(seen);
        never.values().forEach(sink::sighting);
    }

    private static Sighting login(String id, String login, UserDateSchema lastLogin) {
        Object value = lastLogin.get();
        try {
            return new Sighting.At(login, instant(value.toString()), ActivityKind.LOGIN);
        } catch (DateTimeParseException _) {
            return new Sighting.Unreadable(
                    login, new Problem(id, "last_login is not a date and time, for example 2024-06-01T12:00:00.000Z"));
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
