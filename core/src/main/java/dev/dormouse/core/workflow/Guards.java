package dev.dormouse.core.workflow;

import org.jspecify.annotations.Nullable;

/**
 * What stops a pass before anything is opened or removed. Null means: no such limit.
 *
 * @param maxSelected how many may be selected by one pass
 * @param maxRemoved how many may be removed within a sliding window, across passes
 * @param sourceMaxAge how old the {@code asOf} of a source may be; an older source is unhealthy
 * @param minCoverage the least share, in percent, of the accounts that every activity source must know; 0 for none
 */
public record Guards(
        @Nullable MaxSelected maxSelected,
        @Nullable MaxRemoved maxRemoved,
        @Nullable Window sourceMaxAge,
        double minCoverage) {

    public static Guards none() {
        return new Guards(null, null, null, 0);
    }

    /** Both must hold. {@code accounts} is {@link Long#MAX_VALUE}, {@code percent} is 100 where not given. */
    public record MaxSelected(long accounts, double percent) {}

    /** At most that many removals within the window that ends now. */
    public record MaxRemoved(long accounts, Window within) {}
}
