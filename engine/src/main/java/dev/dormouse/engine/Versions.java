package dev.dormouse.engine;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.core.ledger.LedgerTransaction;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.ledger.WorkflowStatus.Plan;
import dev.dormouse.core.ledger.WorkflowVersion;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.WorkflowReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a workflow document. The first pass of a new one is a plan that waits for approval, unless it only adds
 * exemptions or selects fewer than the version that was approved.
 */
final class Versions {

    private final PassContext pass;
    private final Workflow workflow;
    private final Question question;
    private final Observations observations;

    Versions(PassContext pass, Workflow workflow, Question question, Observations observations) {
        this.pass = pass;
        this.workflow = workflow;
        this.question = question;
        this.observations = observations;
    }

    /** The status for this pass; with a plan where the present version is not approved. */
    WorkflowStatus present(long selected, Tally tally) {
        return present(selected, tally, this::selectsNoMore);
    }

    /**
     * As {@link #present}, for a set: whom a narrower version no longer finds may well come into it, or lose what it gives,
     * so every version is a plan at first.
     */
    WorkflowStatus presentSet(long changing, Tally tally) {
        return present(changing, tally, approved -> false);
    }

    private WorkflowStatus present(long selected, Tally tally, IntPredicate isNarrower) {
        WorkflowVersion newest = pass.ledger().findVersion(workflow.name());
        WorkflowStatus status = pass.ledger().status(workflow.name());
        int known =
                newest != null && workflow.fingerprints().isSameVersion(newest.fingerprints()) ? newest.version() : 0;
        boolean isNew = known == 0;
        if (!isNew && known == status.approvedVersion()) {
            return status;
        }
        boolean narrower = isNew && status.approvedVersion() > 0 && isNarrower.test(status.approvedVersion());
        return pass.ledger().write(transaction -> {
            int version = isNew ? transaction.addVersion(workflow, pass.now()) : known;
            return narrower
                    ? approve(transaction, status, version)
                    : plan(
                            transaction,
                            status,
                            new Plan(version, selected, tally.inScope(), since(status.plan(), version)),
                            isNew);
        });
    }

    /** A plan waits from its first pass on: who wanted it approved wants so still when the numbers are those of today. */
    private Instant since(@Nullable Plan before, int version) {
        return before != null && before.version() == version ? before.at() : pass.now();
    }

    /** The number of that very document, which is written down where the ledger does not know it yet. */
    static int number(PassContext pass, LedgerTransaction transaction, Workflow document) {
        WorkflowVersion newest = pass.ledger().findVersion(document.name());
        return newest != null && document.fingerprints().isSameVersion(newest.fingerprints())
                ? newest.version()
                : transaction.addVersion(document, pass.now());
    }

    /**
     * Who cannot be judged today may be selected tomorrow, by another {@code select} sooner than before; so nobody may be
     * unknown, unless the two versions differ in their exemptions alone.
     */
    private boolean selectsNoMore(int approvedVersion) {
        if (!question.accountsAreKnown()) {
            return false;
        }
        WorkflowVersion approved = pass.ledger().findVersion(workflow.name(), approvedVersion);
        if (approved == null
                || !approved.fingerprints()
                        .acting()
                        .equals(workflow.fingerprints().acting())) {
            return false;
        }
        // With its own exemptions: to take one out is to ask more people.
        Workflow before = WorkflowReader.reread(approved.text(), workflow.name() + ", version " + approvedVersion);
        boolean sameSelection = before.selection().equals(workflow.selection());
        Set<SubjectKey> mayBeSelected = answered(workflow, Set.of(Answer.DORMANT, Answer.UNKNOWN));
        Set<Answer> wereSelected = sameSelection ? Set.of(Answer.DORMANT, Answer.UNKNOWN) : Set.of(Answer.DORMANT);
        return answered(before, wereSelected).containsAll(mayBeSelected);
    }

    private Set<SubjectKey> answered(Workflow by, Set<Answer> answers) {
        Set<SubjectKey> subjects = new HashSet<>();
        observations.judge(new Question(by, question.now(), question.health(), question.floors()), one -> {
            if (answers.contains(one.answer())) {
                subjects.add(one.key());
            }
        });
        return subjects;
    }

    private WorkflowStatus approve(LedgerTransaction transaction, WorkflowStatus status, int version) {
        WorkflowStatus approved =
                new WorkflowStatus(status.workflow(), version, null, status.quarantine(), status.release());
        transaction.save(approved);
        transaction.append(Entries.workflow(
                workflow.name(),
                pass.now(),
                JournalKind.APPROVED,
                Entries.DORMOUSE,
                "version " + version + " selects no more than version " + status.approvedVersion()
                        + " and needs no approval"));
        return approved;
    }

    private String would(Plan plan) {
        return workflow.output() == null
                ? " would select " + plan.selected() + " of " + plan.inScope() + " accounts"
                : " would change the set " + workflow.output() + " by " + plan.selected() + " of " + plan.inScope()
                        + " accounts";
    }

    private WorkflowStatus plan(LedgerTransaction transaction, WorkflowStatus status, Plan plan, boolean isNew) {
        WorkflowStatus planned = new WorkflowStatus(
                status.workflow(), status.approvedVersion(), plan, status.quarantine(), status.release());
        transaction.save(planned);
        if (isNew) {
            transaction.append(Entries.workflow(
                    workflow.name(),
                    pass.now(),
                    JournalKind.PLANNED,
                    Entries.DORMOUSE,
                    "version " + plan.version() + would(plan) + "; nothing happens until: dormouse approve "
                            + workflow.name()));
        }
        return planned;
    }
}
