package dev.dormouse.engine;

import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.ledger.WorkflowStatus.Quarantine;
import dev.dormouse.core.ledger.WorkflowStatus.Release;
import dev.dormouse.core.workflow.Guards.MaxRemoved;
import dev.dormouse.core.workflow.Guards.MaxSelected;
import dev.dormouse.core.workflow.Workflow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The guards that stop a pass before anything is opened or taken, and put the workflow in quarantine. */
final class Gate {

    private final PassContext pass;
    private final Workflow workflow;
    private final ExemptingGroups groups;

    Gate(PassContext pass, Workflow workflow, ExemptingGroups groups) {
        this.pass = pass;
        this.workflow = workflow;
        this.groups = groups;
    }

    /**
     * The status after the guards were asked.
     *
     * @param selected how many new cases this pass would open
     * @param removing how many accounts this pass would take something from
     */
    WorkflowStatus ask(WorkflowStatus status, long selected, long inScope, long removing) {
        if (status.quarantine() != null) {
            return status;
        }
        String reason = reason(status.release(), selected, inScope, removing);
        if (reason == null) {
            return status;
        }
        Quarantine quarantine = new Quarantine(reason, selected, removing, pass.now());
        WorkflowStatus trapped =
                new WorkflowStatus(status.workflow(), status.approvedVersion(), status.plan(), quarantine, null);
        pass.ledger().write(transaction -> {
            transaction.save(trapped);
            if (reason.equals(groups.shrinking())) {
                groups.shrunk().forEach(transaction::save);
            }
            transaction.append(
                    Entries.workflow(workflow.name(), pass.now(), JournalKind.QUARANTINED, Entries.DORMOUSE, reason));
            return trapped;
        });
        return trapped;
    }

    /** A guard that would trip, in words; null for none. */
    @Nullable
    String reason(@Nullable Release release, long selected, long inScope, long removing) {
        if (!groups.empty().isEmpty() && selected + removing > 0) {
            return "the exempting group " + String.join(", ", groups.empty())
                    + " protects nobody: it could not be read, or is empty; correct the entry, or delete it";
        }
        if (!groups.shrunk().isEmpty()) {
            return groups.shrinking();
        }
        MaxSelected max = workflow.guards().maxSelected();
        long allowedSelected = release == null ? 0 : release.selected();
        if (max != null && selected > allowedSelected && selected > 0) {
            double percent = inScope == 0 ? 100 : 100.0 * selected / inScope;
            if (selected > max.accounts() || percent > max.percent()) {
                return String.format(
                        Locale.ROOT,
                        "guard maxSelected: %d of %d accounts (%.1f %%) would be selected",
                        selected,
                        inScope,
                        percent);
            }
        }
        return removedReason(release, removing);
    }

    private @Nullable String removedReason(@Nullable Release release, long removing) {
        MaxRemoved max = workflow.guards().maxRemoved();
        long allowed = release == null ? 0 : release.removing();
        if (max == null || removing <= allowed || removing == 0) {
            return null;
        }
        long before = pass.ledger().removedSince(workflow.name(), max.within().before(pass.now(), workflow.zone()));
        return before + removing <= max.accounts()
                ? null
                : "guard maxRemoved: " + removing + " accounts would be removed now, " + before + " were within "
                        + max.within() + ", " + max.accounts() + " are allowed";
    }

    /** A release is good for one pass. */
    WorkflowStatus useUp(WorkflowStatus status) {
        if (status.release() == null) {
            return status;
        }
        WorkflowStatus used = new WorkflowStatus(
                status.workflow(), status.approvedVersion(), status.plan(), status.quarantine(), null);
        return pass.ledger().write(transaction -> {
            transaction.save(used);
            return used;
        });
    }
}
