package dev.dormouse.engine;

import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.observations.Tally;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one pass did for one workflow.
 *
 * @param selected how many accounts without a case would be, or were, given one
 * @param status plan, quarantine and release after the pass
 * @param events how often what happened to cases: {@code opened}, {@code announced}, {@code removed}, {@code held} ...
 * @param guardWarning what a guard will say to the plan; empty for nothing
 * @param staleExemptions entries that match nobody any more
 * @param set what becomes of the set that the workflow keeps; null where it keeps none
 */
public record PassResult(
        String workflow,
        Tally tally,
        long selected,
        WorkflowStatus status,
        Map<String, Long> events,
        String guardWarning,
        List<String> staleExemptions,
        @Nullable SetChange set) {

    public PassResult {
        events = java.util.Collections.unmodifiableMap(new TreeMap<>(events));
        staleExemptions = List.copyOf(staleExemptions);
    }

    /** Of a workflow that keeps no set. */
    public PassResult(
            String workflow,
            Tally tally,
            long selected,
            WorkflowStatus status,
            Map<String, Long> events,
            String guardWarning,
            List<String> staleExemptions) {
        this(workflow, tally, selected, status, events, guardWarning, staleExemptions, null);
    }

    public long count(String event) {
        return events.getOrDefault(event, 0L);
    }
}
