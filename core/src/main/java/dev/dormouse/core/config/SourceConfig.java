package dev.dormouse.core.config;

import dev.dormouse.core.yaml.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed of activity.
 *
 * @param applications it speaks about; at least one
 * @param asOf up to when it tells everything, where somebody declared it
 * @param maxUnreadable how many percent of its records may be unreadable before it is unhealthy, 0 to 100
 */
public record SourceConfig(
        String name,
        Origin origin,
        List<String> applications,
        @Nullable Instant asOf,
        double maxUnreadable,
        Position position) {

    public SourceConfig {
        applications = List.copyOf(applications);
    }

    /** Where the feed comes from. */
    public sealed interface Origin {

        /** What the applications' own connectors report. */
        record FromApplications() implements Origin {}

        record FromConnector(ConnectorConfig connector) implements Origin {}

        /**
         * Tables that the store of observations can read in place.
         *
         * @param query gives the columns {@code account}, {@code instant} and {@code kind}
         */
        record FromSql(String query) implements Origin {}
    }
}
