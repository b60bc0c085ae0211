package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseLife;
import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.Move;
import dev.dormouse.core.ledger.GroupMemory;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.ledger.WorkflowStatus.Plan;
import dev.dormouse.core.ledger.WorkflowStatus.Quarantine;
import dev.dormouse.core.ledger.WorkflowStatus.Release;
import dev.dormouse.core.workflow.Guards.Voices;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Takes what people say: decisions on cases, approval of plans, release from quarantine. */
public final class Desk {

    private final Ledger ledger;
    private final Function<Case, Workflow> documents;
    private final Instant now;

    public Desk(Ledger ledger, Function<Case, Workflow> documents, Instant now) {
        this.ledger = ledger;
        this.documents = documents;
        this.now = now;
    }

    /**
     * @return the case after the decision
     * @throws EngineException where there is no such case, or it is past deciding
     */
    public Case decide(long caseId, Decision decision, String by, String reason) {
        Case found = ledger.findCase(caseId);
        if (found == null) {
            throw new EngineException("there is no case " + caseId + "; see: dormouse cases list");
        }
        Move move;
        try {
            move = new CaseLife(documents.apply(found), now).decide(found, decision, by, reason);
        } catch (IllegalStateException e) {
            throw new EngineException(
                    e.getMessage() == null ? "case " + caseId + " cannot be decided" : e.getMessage());
        }
        return ledger.write(transaction -> {
            transaction.save(move.next());
            transaction.append(Entries.decided(found, move.next(), now, by, move.why()));
            return move.next();
        });
    }

    /**
     * What somebody said.
     *
     * @param counts false where it takes a second person, who has not said so yet
     */
    public record Said<T>(T about, boolean counts) {}

    /** @throws EngineException where no plan waits */
    public Said<Plan> approve(Workflow document, String by) {
        String workflow = document.name();
        WorkflowStatus status = ledger.status(workflow);
        Plan plan = status.plan();
        if (plan == null) {
            throw new EngineException(
                    "no plan of workflow " + workflow + " waits for approval; a pass makes one: dormouse run");
        }
        String what = "wants version " + plan.version() + " approved";
        if (!hasVoices(
                document.guards().voices(),
                Entries.workflow(workflow, now, JournalKind.PROPOSED, by, what),
                plan.at())) {
            return new Said<>(plan, false);
        }
        ledger.write(transaction -> {
            transaction.save(new WorkflowStatus(workflow, plan.version(), null, status.quarantine(), status.release()));
            transaction.append(Entries.workflow(
                    workflow,
                    now,
                    JournalKind.APPROVED,
                    by,
                    "version " + plan.version() + ", " + plan.selected() + " selected of " + plan.inScope()));
            return plan;
        });
        return new Said<>(plan, true);
    }

    /**
     * Allows the next pass, once, the numbers at which a guard stopped. The size of an exempting group that stopped it is its
     * usual one from now on.
     *
     * @throws EngineException where nothing is stopped
     */
    public Said<Quarantine> release(Workflow document, String by) {
        String workflow = document.name();
        WorkflowStatus status = ledger.status(workflow);
        Quarantine quarantine = status.quarantine();
        if (quarantine == null) {
            throw new EngineException("workflow " + workflow + " is not in quarantine");
        }
        String what = "wants released: " + quarantine.reason();
        if (!hasVoices(
                document.guards().voices(),
                Entries.workflow(workflow, now, JournalKind.PROPOSED, by, what),
                quarantine.since())) {
            return new Said<>(quarantine, false);
        }
        List<GroupMemory> accepted = ledger.groupMemories(workflow).stream()
                .filter(one -> one.shrunkTo() != null)
                .map(GroupMemory::accepted)
                .toList();
        ledger.write(transaction -> {
            accepted.forEach(transaction::save);
            Release release = new Release(by, quarantine.selected(), quarantine.removing(), now);
            transaction.save(new WorkflowStatus(workflow, status.approvedVersion(), status.plan(), null, release));
            transaction.append(
                    Entries.workflow(workflow, now, JournalKind.RELEASED, by, "released: " + quarantine.reason()));
            return release;
        });
        return new Said<>(quarantine, true);
    }

    /**
     * Accepts that a source delivers less than usual: what the next pass reads is the new usual.
     *
     * @param memories what is remembered of it, of each application; at least one
     */
    public Said<List<SourceMemory>> release(List<SourceMemory> memories, Voices needed, String by) {
        String source = memories.getFirst().source();
        // What was said before the source was last read with new content was about another fault.
        Instant since = memories.stream()
                .map(SourceMemory::firstSeen)
                .max(Instant::compareTo)
                .orElseThrow();
        Draft wanted = Entries.source(source, now, JournalKind.PROPOSED, by, "wants released: source " + source);
        if (!hasVoices(needed, wanted, since)) {
            return new Said<>(memories, false);
        }
        ledger.write(transaction -> {
            for (SourceMemory memory : memories) {
                transaction.save(memory.withoutUsual());
                transaction.append(Entries.source(
                        source,
                        now,
                        JournalKind.RELEASED,
                        by,
                        "released: " + source + " of " + memory.application() + " may deliver less than the usual "
                                + memory.usualRecords() + " records"));
            }
            return memories;
        });
        return new Said<>(memories, true);
    }

    /**
     * Whether with this person enough have said it; if not, it is written down that this one has. A release uses up what was
     * said before it.
     */
    private boolean hasVoices(Voices needed, Draft wanted, Instant since) {
        if (needed == Voices.ONE) {
            return true;
        }
        Set<String> before = new HashSet<>();
        ledger.journal(0, entry -> {
            Draft draft = entry.draft();
            boolean same = draft.workflow().equals(wanted.workflow())
                    && draft.subject().equals(wanted.subject());
            if (same && draft.kind() == JournalKind.RELEASED) {
                before.clear();
            } else if (same
                    && draft.kind() == JournalKind.PROPOSED
                    && draft.text().equals(wanted.text())
                    && !draft.at().isBefore(since)) {
                before.add(person(draft.actor()));
            }
        });
        if (before.stream().anyMatch(other -> !other.equals(person(wanted.actor())))) {
            return true;
        }
        if (before.isEmpty()) {
            ledger.write(transaction -> {
                transaction.append(wanted);
                return wanted;
            });
        }
        return false;
    }

    private static String person(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether something was taken under this case that a restore can give back. */
    public static boolean canRestore(Case old) {
        return Writer.takenBy(old) != null;
    }
}
