package dev.dormouse.app;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.ledger.Floors;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.Ledger.LastEnding;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** What keeps the workflow from a new case on that account, dormant or not. */
    List<String> standing(Workflow workflow, SubjectKey subject, Instant now) {
        if (ledger == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Case open : ledger.cases(new CaseQuery(null, true, subject.account()))) {
            if (open.subject().equals(subject)) {
                lines.add("case " + open.id() + " of " + open.workflow() + " is open ("
                        + open.state().word() + "); see: dormouse cases show " + open.id());
            }
        }
        for (LastEnding last : ledger.lastEndings(workflow.name())) {
            if (last.subject().equals(subject) && workflow.isCooling(last.at(), now)) {
                lines.add("no new case of " + workflow.name() + " before "
                        + workflow.cooldown().after(last.at(), workflow.zone()) + ", as the last one ended ("
                        + last.ending().name().toLowerCase(Locale.ROOT) + ") on " + last.at());
            }
        }
        return lines;
    }

    @Override
    public void close() {
        if (ledger != null) {
            ledger.close();
        }
    }
}
