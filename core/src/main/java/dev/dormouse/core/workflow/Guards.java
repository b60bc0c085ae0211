package dev.dormouse.core.workflow;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What stops a pass before anything is opened or removed. Null means: no such limit.
 *
 * @param maxSelected how many may be selected by one pass
 * @param maxRemoved how many may be removed within a sliding window, across passes
 * @param sourceMaxAge how old the {@code asOf} of a source may be; an older source is unhealthy
 * @param minCoverage the least share, in percent, of the accounts that every activity source must know; 0 for none
 * @param maxSilence how long all accounts of a kind that were active may be silent in a source until that is taken for a
 *     broken signal; null for ever
 * @param voices how many persons an approval or a release takes
 */
public record Guards(
        @Nullable MaxSelected maxSelected,
        @Nullable MaxRemoved maxRemoved,
        @Nullable Window sourceMaxAge,
        double minCoverage,
        @Nullable Window maxSilence,
        Voices voices) {

    /** The default: longer than the quiet days around a new year. */
    public static final Window MAX_SILENCE = new Window.Elapsed(Duration.ofDays(14));

    /** How many persons it takes. */
    public enum Voices {
        ONE,
        TWO
    }

    public static Guards none() {
        return new Guards(null, null, null, 0, MAX_SILENCE, Voices.ONE);
    }

    /** Both must hold. {@code accounts} is {@link Long#MAX_VALUE}, {@code percent} is 100 where not given. */
    public record MaxSelected(long accounts, double percent) {}

    /** At most that many removals within the window that ends now. */
    public record MaxRemoved(long accounts, Window within) {}
}
