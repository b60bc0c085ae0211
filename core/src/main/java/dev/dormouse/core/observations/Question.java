package dev.dormouse.core.observations;

import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be judged.
 *
 * @param now the one instant of the pass
 * @param health of every source the workflow names, for each of its applications, with the workflow's own limits applied
 * @param floors what the ledger knows: since when inactivity of these accounts may count at the earliest
 */
public record Question(Workflow workflow, Instant now, List<SourceHealth> health, Map<SubjectKey, Floor> floors) {

    public Question {
        health = List.copyOf(health);
        floors = Map.copyOf(floors);
    }

    /** Whether the accounts of every application could be read; where not, nothing can be said about who is missing. */
    public boolean accountsAreKnown() {
        return health.stream().filter(SourceHealth::isOfAccounts).allMatch(SourceHealth::healthy);
    }

    /** That of one source for one application; null where it was not read, or the workflow does not name it. */
    public @Nullable SourceHealth findHealth(String source, String application) {
        return SourceHealth.find(health, source, application);
    }
}
