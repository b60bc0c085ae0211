package dev.dormouse.engine;

import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.observations.Tally;
import java.util.Collections;
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
 * @param obstacles what was due and could not be done; a later pass tries again
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
        List<String> obstacles,
        @Nullable SetChange set) {

    public PassResult {
        events = Collections.unmodifiableMap(new TreeMap<>(events));
        staleExemptions = List.copyOf(staleExemptions);
        obstacles = List.copyOf(obstacles);
    }

    /** Of a workflow that keeps no set. */
    public PassResult(
            String workflow,
            Tally tally,
            long selected,
            WorkflowStatus status,
            Map<String, Long> events,
            String guardWarning,
            List<String> staleExemptions,
            List<String> obstacles) {
        this(workflow, tally, selected, status, events, guardWarning, staleExemptions, obstacles, null);
    }

    public long count(String event) {
        return events.getOrDefault(event, 0L);
    }
}
