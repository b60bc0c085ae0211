package dev.dormouse.core.judging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one source says about one account; never a bare date. */
public sealed interface Evidence {

    /** Active at that instant, the newest that the source saw. */
    record At(Instant instant) implements Evidence {}

    /** The source is healthy and complete from that instant on, and saw nothing. */
    record NoneSince(Instant since) implements Evidence {}

    /** The source is healthy, remembers at least back to the creation of the account, and saw nothing. */
    record Never() implements Evidence {}

    /** A verdict without an instant. */
    record Says(Opinion opinion) implements Evidence {}

    /**
     * The source failed, is stale or incomplete, or the value could not be read.
     *
     * @param reason one line that names the source's fault
     * @param seenAt activity that was read all the same: it can show that the account is active, never that it is not
     */
    record Unknown(String reason, @Nullable Instant seenAt) implements Evidence {}

    /** What a verdict can be. */
    enum Opinion {
        DORMANT,
        ACTIVE
    }
}
