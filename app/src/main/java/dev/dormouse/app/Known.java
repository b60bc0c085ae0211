package dev.dormouse.app;

import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.ledger.Floors;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ledger knows already, for use cases that change nothing; nothing where there is no ledger. */
record Known(@Nullable Ledger ledger) implements AutoCloseable {

    static Known of(Workspace workspace) {
        return new Known(workspace.findLedger());
    }

    List<SourceMemory> memories() {
        return ledger == null ? List.of() : ledger.sourceMemories();
    }

    Map<SubjectKey, Floor> floors(Workflow workflow) {
        return ledger == null ? Map.of() : Floors.of(ledger.lastEndings(workflow.name()));
    }

    @Override
    public void close() {
        if (ledger != null) {
            ledger.close();
        }
    }
}
