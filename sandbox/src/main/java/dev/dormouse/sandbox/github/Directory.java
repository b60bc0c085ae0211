package dev.dormouse.sandbox.github;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All users, by login without case and by id. */
final class Directory {

    private final Map<String, StandInUser> byLogin = new HashMap<>();
    private final Map<Long, StandInUser> byId = new HashMap<>();
    private long nextId = 1001;

    synchronized StandInUser user(String login) {
        return byLogin.computeIfAbsent(key(login), key -> {
            StandInUser user = new StandInUser(nextId++, login);
            byId.put(user.id(), user);
            return user;
        });
    }

    synchronized @Nullable StandInUser find(String login) {
        return byLogin.get(key(login));
    }

    synchronized @Nullable StandInUser find(long id) {
        return byId.get(id);
    }

    synchronized void rename(String login, String newLogin) {
        StandInUser user = byLogin.remove(key(login));
        if (user == null || byLogin.containsKey(key(newLogin))) {
            throw new IllegalArgumentException("cannot rename " + login + " to " + newLogin);
        }
        user.rename(newLogin);
        byLogin.put(key(newLogin), user);
    }

    synchronized void delete(String login) {
        StandInUser user = byLogin.remove(key(login));
        if (user != null) {
            byId.remove(user.id());
        }
    }

    private static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
