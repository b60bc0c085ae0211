package dev.dormouse.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed that was read to its end can be trusted.
 *
 * @param asOf up to when it tells everything
 * @param completeFrom since when it tells everything; null for a snapshot that remembers without limit
 * @param absence what it means when an account does not occur
 * @param records how many records were read; zero makes the source unhealthy unless {@code absence} is a verdict
 * @param fingerprint of what was read, equal for equal content; empty for a live system
 */
public record Feed(Instant asOf, @Nullable Instant completeFrom, Absence absence, long records, String fingerprint) {

    /** What it means when an account does not occur in a healthy, complete feed. */
    public enum Absence {
        /** The feed has seen nothing of the account. */
        NOTHING_SEEN,
        /** The feed lists whom it calls dormant; who is absent is active. */
        SAYS_ACTIVE
    }
}
