package dev.dormouse.core.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What opened a case. */
public sealed interface Trigger {

    /**
     * A judgement.
     *
     * @param reason the deciding clause
     * @param neverUsed no source ever saw the account; a workflow may leave those to a person
     */
    record Dormancy(String reason, @Nullable Instant lastActivity, boolean neverUsed) implements Trigger {}

    /** Somebody entitled to it. */
    record Command(String by, String reason) implements Trigger {}

    /** Somebody wants back what was taken by an earlier case. */
    record Restore(long caseId, String by) implements Trigger {}
}
