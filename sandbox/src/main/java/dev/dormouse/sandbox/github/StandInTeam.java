package dev.dormouse.sandbox.github;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A team with the roles of its members, {@code member} or {@code maintainer}. */
final class StandInTeam {

    private final long id;
    private final String slug;
    private final Map<Long, String> roles = new LinkedHashMap<>();

    StandInTeam(long id, String slug) {
        this.id = id;
        this.slug = slug;
    }

    long id() {
        return id;
    }

    String slug() {
        return slug;
    }

    synchronized void put(long userId, String role) {
        roles.put(userId, role);
    }

    synchronized @Nullable String remove(long userId) {
        return roles.remove(userId);
    }

    synchronized @Nullable String role(long userId) {
        return roles.get(userId);
    }

    synchronized Map<Long, String> roles() {
        return new LinkedHashMap<>(roles);
    }

    synchronized int size() {
        return roles.size();
    }
}
