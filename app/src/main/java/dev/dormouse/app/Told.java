package dev.dormouse.app;

import dev.dormouse.app.Histories.Reach;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One source that answers what a condition asks of activity, with what it would have said at a past instant.
 *
 * @param reach how far its events go back; null where it keeps none
 */
record Told(SourceRule rule, Evidence evidence, @Nullable Reach reach) {

    boolean isRequired() {
        return rule.need() == Need.REQUIRED;
    }

    /** Since when it tells everything; null for since ever. */
    @Nullable
    Instant from() {
        return reach == null ? null : reach.from();
    }
}
