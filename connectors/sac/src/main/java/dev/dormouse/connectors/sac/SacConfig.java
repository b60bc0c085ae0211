package dev.dormouse.connectors.sac;

import dev.dormouse.spi.Settings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files. Either a directory ({@code users}, and {@code teams}) or a feed ({@code activities}, {@code content}).
 *
 * @param asOf the instant whose state the files tell, where somebody has declared it
 */
record SacConfig(
        List<String> users,
        List<String> teams,
        List<String> activities,
        List<String> content,
        @Nullable Instant asOf) {

    static SacConfig of(Settings settings) {
        SacConfig config = new SacConfig(
                settings.texts("users"),
                settings.texts("teams"),
                settings.texts("activities"),
                settings.texts("content"),
                asOf(settings));
        if (!config.isDirectory() && !config.isFeed()) {
            throw settings.fault(
                    "users",
                    "name the files: users (and teams) of an application, or activities or content of a"
                            + " source; for example users: users*.json");
        }
        if (config.isDirectory() && config.isFeed()) {
            throw settings.fault(
                    config.activities.isEmpty() ? "content" : "activities",
                    "belongs under `sources`, as a source of its own with connector: sac");
        }
        if (config.isDirectory() && config.users.isEmpty()) {
            throw settings.fault("users", "name the files that list the users, for example users*.json");
        }
        return config;
    }

    boolean isDirectory() {
        return !users.isEmpty() || !teams.isEmpty();
    }

    boolean isFeed() {
        return !activities.isEmpty() || !content.isEmpty();
    }

    private static @Nullable Instant asOf(Settings settings) {
        String asOf = settings.findText("asOf");
        if (asOf == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(asOf).toInstant();
        } catch (DateTimeException e) {
            throw settings.fault("asOf", "write an instant such as 2026-11-20T12:00:00Z instead of " + asOf);
        }
    }
}
