package dev.dormouse.app;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.Ledger.Verification;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people see of cases and say about them: list, show, decide, approve, release, restore, verify. */
public final class CaseDesk {

    private final Workspace workspace;

    public CaseDesk(Workspace workspace) {
        this.workspace = workspace;
    }

    /** @throws UseCaseException where the query names a workflow that is not configured and never had a case */
    public List<Case> list(CaseQuery query) {
        List<Case> found = found(query);
        String workflow = query.workflow();
        if (workflow != null
                && found.isEmpty()
                && found(new CaseQuery(workflow, false, null)).isEmpty()) {
            workspace.workflow(workflow);
        }
        return found;
    }

    private List<Case> found(CaseQuery query) {
        return reading(ledger -> ledger.cases(query), List.of());
    }

    /** One case with everything the journal holds about it. */
    public Story show(long id) {
        return reading(
                ledger -> {
                    Case found = ledger.findCase(id);
                    if (found == null) {
                        throw new UseCaseException("there is no case " + id + "; see: dormouse cases list");
                    }
                    List<JournalEntry> entries = new ArrayList<>();
                    ledger.journal(0, entry -> {
                        if (entry.draft().caseId() == id) {
                            entries.add(entry);
                        }
                    });
                    return new Story(found, entries);
                },
                null);
    }

    public List<WorkflowStatus> statuses() {
        return reading(
                ledger -> workspace.configuration().workflows().stream()
                        .map(workflow -> ledger.status(workflow.name()))
                        .toList(),
                List.of());
    }

    public Case decide(long id, Decision decision, String by, String reason) {
        return writing("cases", (ledger, desk) -> desk.decide(id, decision, by, reason));
    }

    public Desk.Said<WorkflowStatus.Plan> approve(String workflow, String by) {
        Workflow document = workspace.workflow(workflow);
        return writing("approve", (ledger, desk) -> desk.approve(document, by));
    }

    /**
     * Ends the quarantine of a workflow, or accepts the present volume of a source.
     *
     * @return one line on what is allowed now
     * @throws UseCaseException where the name is that of a workflow and of a source, or of neither
     */
    public String release(String name, String by) {
        Release release = new Release(workspace, name);
        return writing("release", (ledger, desk) -> release.order(ledger, desk, by));
    }

    /** Orders a restore for every account of that login that was removed and can be given back. */
    public List<Case> restore(String login, String by) {
        return writing("restore", (ledger, desk) -> {
            List<Case> removed = restorable(ledger, login);
            if (removed.isEmpty()) {
                throw new UseCaseException("nothing was removed from '" + login + "' that could be given back; see: "
                        + "dormouse cases list " + login + " --all");
            }
            return RunPass.passOver(workspace, ledger).restore(removed, by);
        });
    }

    /**
     * Recomputes the journal's hash chain.
     *
     * @param head {@code NUMBER:HASH} as a digest told it; empty for none
     */
    public Verification verify(String head) {
        JournalProof proof = new JournalProof(head);
        return reading(proof::of, proof.ofNothing());
    }

    /** The newest case of each application that took something, unless a later one gave it back already. */
    private static List<Case> restorable(Ledger ledger, String login) {
        List<Case> all = ledger.cases(new CaseQuery(null, false, login)).stream()
                .filter(one -> one.subject().account().equalsIgnoreCase(login.strip()))
                .toList();
        Set<String> open = all.stream()
                .filter(one -> one.trigger() instanceof Trigger.Restore && one.isOpen())
                .map(one -> one.subject().application())
                .collect(Collectors.toSet());
        if (!open.isEmpty()) {
            throw new UseCaseException("a restore of '" + login + "' is under way in " + String.join(", ", open)
                    + "; dormouse run goes on with it");
        }
        return all.stream().collect(Collectors.groupingBy(one -> one.subject().application())).values().stream()
                .map(List::getLast)
                .filter(Desk::canRestore)
                .toList();
    }

    private <T> T reading(Function<Ledger, T> work, @Nullable T otherwise) {
        try (Known known = Known.of(workspace)) {
            if (known.ledger() != null) {
                return work.apply(known.ledger());
            }
            if (otherwise != null) {
                return otherwise;
            }
            throw new UseCaseException(
                    "nothing was decided in " + workspace.configuration().folder() + " yet; begin with: dormouse run");
        }
    }

    private <T> T writing(String command, Writing<T> work) {
        try (FolderLock _ = workspace.lock(command);
                Ledger ledger = workspace.openLedger()) {
            return work.apply(
                    ledger, new Desk(ledger, one -> workspace.documents().of(ledger, one), workspace.now()));
        }
    }

    private interface Writing<T> {

        T apply(Ledger ledger, Desk desk);
    }

    /** A case and its part of the journal. */
    public record Story(Case about, List<JournalEntry> entries) {}
}
