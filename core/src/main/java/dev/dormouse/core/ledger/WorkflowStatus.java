package dev.dormouse.core.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow may do now.
 *
 * @param approvedVersion the newest version that somebody approved; 0 for none
 * @param plan what the first pass of a new version found; null where nothing waits for approval
 * @param quarantine why no case is opened and nothing is removed; null for free
 * @param release what somebody allowed the next pass to do in spite of a guard; null for nothing
 */
public record WorkflowStatus(
        String workflow,
        int approvedVersion,
        @Nullable Plan plan,
        @Nullable Quarantine quarantine,
        @Nullable Release release) {

    public static WorkflowStatus fresh(String workflow) {
        return new WorkflowStatus(workflow, 0, null, null, null);
    }

    /** The first pass of a version. */
    public record Plan(int version, long selected, long inScope, Instant at) {}

    /** A guard tripped. */
    public record Quarantine(String reason, long selected, long removing, Instant since) {}

    /** Up to these numbers, once. */
    public record Release(String by, long selected, long removing, Instant at) {}
}
