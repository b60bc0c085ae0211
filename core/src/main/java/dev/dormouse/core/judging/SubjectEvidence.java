package dev.dormouse.core.judging;

import dev.dormouse.core.condition.Fact;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about one account when it is judged.
 *
 * @param created when the account came to be; null where unknown
 * @param floor the latest other instant from which inactivity may count at the earliest, with its reason; null for none
 * @param exemptedBy the exemption that matches now; null for none
 * @param asked what the condition of the workflow asks, where it is known; empty without a condition
 * @param bySource the evidence of every source that applies to the account's application, in the order of the workflow
 */
public record SubjectEvidence(
        @Nullable Instant created,
        @Nullable Floor floor,
        @Nullable String exemptedBy,
        Map<String, Evidence> bySource,
        Map<Fact, Object> asked) {

    public SubjectEvidence {
        asked = Map.copyOf(asked);
        bySource = Collections.unmodifiableMap(new LinkedHashMap<>(bySource));
    }

    /** Evidence where nothing else is asked. */
    public SubjectEvidence(
            @Nullable Instant created,
            @Nullable Floor floor,
            @Nullable String exemptedBy,
            Map<String, Evidence> bySource) {
        this(created, floor, exemptedBy, bySource, Map.of());
    }

    /**
     * An instant before which inactivity does not count.
     *
     * @param why in a few words: {@code kept}, {@code restored}, {@code end of exemption}
     */
    public record Floor(Instant at, String why) {}
}
