package dev.dormouse.core.judging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an explanation.
 *
 * @param name what was asked, for example {@code people-page inactive for 3 months}
 * @param value what was found, for example {@code active at 2024-06-01T12:00:00Z}
 * @param source where it was found; empty for what Dormouse itself knows
 * @param asOf up to when the source tells everything; null where unknown or without meaning
 * @param holds whether the clause speaks for dormant; null for unknown
 */
public record Clause(
        String name,
        String value,
        String source,
        @Nullable Instant asOf,
        @Nullable Boolean holds) {}
