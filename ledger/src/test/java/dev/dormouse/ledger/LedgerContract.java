package dev.dormouse.ledger;

import static dev.dormouse.ledger.Samples.NOW;
import static dev.dormouse.ledger.Samples.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.GroupMemory;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.LedgerTransaction;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.ledger.WorkflowStatus.Plan;
import dev.dormouse.core.ledger.WorkflowStatus.Quarantine;
import dev.dormouse.core.ledger.WorkflowStatus.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger does with transactions, versions, statuses and sources. */
abstract class LedgerContract {

    private @Nullable Ledger opened;

    abstract Ledger open();

    @BeforeEach
    void openFirst() {
        opened = open();
    }

    @AfterEach
    void closeLast() {
        ledger().close();
    }

    Ledger ledger() {
        return Objects.requireNonNull(opened);
    }

    /** What is found now was on disk. */
    Ledger reopened() {
        ledger().close();
        opened = open();
        return ledger();
    }

    Case opened(Case fresh) {
        return ledger().write(transaction -> transaction.open(fresh));
    }

    void saved(Case changed) {
        ledger().write(transaction -> {
            transaction.save(changed);
            return changed;
        });
    }

    @Test
    void a_transaction_that_throws_leaves_nothing() {
        List<LedgerTransaction> kept = new ArrayList<>();

        assertThatThrownBy(() -> ledger().write(transaction -> {
                    kept.add(transaction);
                    transaction.open(Samples.fresh("Ida"));
                    transaction.append(Samples.draft("one"));
                    transaction.intend(Samples.intent("step-1"));
                    transaction.moveCursor("digest");
                    transaction.addVersion(Samples.workflow("text"), NOW);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");

        assertThat(reopened().cases(new CaseQuery(null, false, null))).isEmpty();
        assertThat(ledger().unfinished()).isEmpty();
        assertThat(ledger().cursor("digest")).isZero();
        assertThat(ledger().findVersion(WORKFLOW)).isNull();
        assertThat(ledger().verify()).isEqualTo(new Ledger.Verification(0, "", List.of()));
        assertThatThrownBy(() -> kept.getFirst().append(Samples.draft("late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is over");
    }

    @Test
    void a_transaction_within_a_transaction_is_refused_and_reads_see_what_was_written() {
        ledger().write(transaction -> {
            transaction.open(Samples.fresh("Ida"));
            assertThat(ledger().findCase(1)).isNotNull();
            assertThatThrownBy(() -> opened(Samples.fresh("bob")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("under way");
            return transaction.moveCursor("pass");
        });

        assertThat(ledger().cases(CaseQuery.open(WORKFLOW))).hasSize(1);
    }

    @Test
    void versions_count_from_one_and_are_all_kept() {
        int first = ledger().write(transaction -> transaction.addVersion(Samples.workflow("one"), NOW));
        int second = ledger().write(transaction -> transaction.addVersion(Samples.workflow("two"), NOW.plusSeconds(1)));

        assertThat(List.of(first, second)).containsExactly(1, 2);
        assertThat(reopened().findVersion(WORKFLOW))
                .isNotNull()
                .satisfies(version -> assertThat(version.text()).isEqualTo("two"));
        assertThat(ledger().findVersion(WORKFLOW, 1)).isNotNull().satisfies(version -> {
            assertThat(version.fingerprints()).isEqualTo(Samples.workflow("one").fingerprints());
            assertThat(version.at()).isEqualTo(NOW);
        });
        assertThat(ledger().findVersion(WORKFLOW, 3)).isNull();
        assertThat(ledger().findVersion("another")).isNull();
    }

    @Test
    void the_status_is_fresh_at_first_and_replaced_as_a_whole() {
        WorkflowStatus full = new WorkflowStatus(
                WORKFLOW,
                2,
                new Plan(3, 10, 100, NOW),
                new Quarantine("too many", 9, 8, NOW),
                new Release("ana", 7, 6, NOW));

        assertThat(ledger().status(WORKFLOW)).isEqualTo(WorkflowStatus.fresh(WORKFLOW));
        saved(full);
        assertThat(reopened().status(WORKFLOW)).isEqualTo(full);
        saved(WorkflowStatus.fresh(WORKFLOW));
        assertThat(ledger().status(WORKFLOW)).isEqualTo(WorkflowStatus.fresh(WORKFLOW));
    }

    private void saved(WorkflowStatus status) {
        ledger().write(transaction -> {
            transaction.save(status);
            return status;
        });
    }

    @Test
    void sources_are_remembered_by_name_and_application() {
        SourceMemory audit = new SourceMemory("audit-log", "github/acme", 10, "abc", NOW);
        SourceMemory other = new SourceMemory("audit-log", "github/acme-data", 20, "def", NOW);
        SourceMemory newer = new SourceMemory("audit-log", "github/acme", 11, "ghi", NOW.plusSeconds(1));
        ledger().write(transaction -> {
            List.of(audit, other, newer).forEach(transaction::save);
            return newer;
        });

        assertThat(reopened().sourceMemories()).containsExactly(newer, other);
    }

    @Test
    void groups_are_remembered_by_workflow_application_and_name() {
        GroupMemory owners = GroupMemory.of(WORKFLOW, "github/acme", "org-owner", 6);
        GroupMemory elsewhere = GroupMemory.of(WORKFLOW, "github/acme-data", "org-owner", 3);
        ledger().write(transaction -> {
            List.of(owners, elsewhere, GroupMemory.of("another", "github/acme", "org-owner", 9), owners.stoppedAt(2))
                    .forEach(transaction::save);
            return owners;
        });

        assertThat(reopened().groupMemories(WORKFLOW)).containsExactly(owners.stoppedAt(2), elsewhere);
        ledger().write(transaction -> {
            transaction.save(owners.stoppedAt(2).accepted());
            return owners;
        });
        assertThat(ledger().groupMemories(WORKFLOW).getFirst())
                .isEqualTo(GroupMemory.of(WORKFLOW, "github/acme", "org-owner", 2));
    }
}
