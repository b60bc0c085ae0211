package dev.dormouse.ledger;

import static dev.dormouse.ledger.Samples.NOW;
import static dev.dormouse.ledger.Samples.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Following;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.Ledger.LastEnding;
import dev.dormouse.core.ledger.LedgerTransaction;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.ledger.WorkflowStatus.Plan;
import dev.dormouse.core.ledger.WorkflowStatus.Quarantine;
import dev.dormouse.core.ledger.WorkflowStatus.Release;
import dev.dormouse.core.observations.SubjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger does with cases, versions, statuses, sources and cursors. */
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
    void cases_are_numbered_from_one_and_come_back_as_they_were() {
        Case ida = opened(Samples.fresh("Ida"));
        Case bob = opened(Samples.fresh("bob").withAddress(null).with(Samples.STATES.get(4), null));

        assertThat(List.of(ida.id(), bob.id())).containsExactly(1L, 2L);
        assertThat(reopened().cases(new CaseQuery(null, false, null))).containsExactly(ida, bob);
        assertThat(ledger().findCase(2)).isEqualTo(bob);
        assertThat(ledger().findCase(3)).isNull();
    }

    @Test
    void every_state_and_trigger_can_be_saved() {
        for (int i = 0; i < Samples.STATES.size(); i++) {
            Case open = opened(Samples.fresh("user-" + i));
            Case changed = open.with(Samples.STATES.get(i), NOW).withAddress("new@acme.example");
            saved(changed);

            assertThat(ledger().findCase(open.id())).isEqualTo(changed);
        }
    }

    @Test
    void a_second_open_case_on_the_same_subject_is_refused_and_the_first_is_named() {
        Case first = opened(Samples.fresh("Ida"));

        assertThatThrownBy(() -> opened(Samples.fresh("IDA")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("case 1 on github/acme:ida is open already under workflow " + WORKFLOW
                        + "; it has to end before another is opened");
        opened(Samples.fresh("github/acme-data", "Ida"));
        saved(Samples.ended(first, Ending.KEPT, NOW));
        assertThat(opened(Samples.fresh("Ida")).id()).isEqualTo(3);
    }

    @Test
    void an_ended_case_and_an_unknown_one_cannot_be_saved() {
        Case open = opened(Samples.fresh("Ida"));
        saved(Samples.ended(open, Ending.KEPT, NOW));

        assertThatThrownBy(() -> saved(open))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("case 1 has ended and cannot change any more");
        assertThatThrownBy(() -> saved(open.withId(9)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no case 9");
    }

    @Test
    void cases_are_found_by_workflow_openness_and_part_of_the_name_without_case() {
        Case ida = opened(Samples.fresh("Ida-Lovelace"));
        Case percent = opened(Samples.fresh("github/acme-data", "a_b%"));
        saved(Samples.ended(percent, Ending.GONE, NOW));

        assertThat(ledger().cases(CaseQuery.open(WORKFLOW))).containsExactly(ida);
        assertThat(ledger().cases(CaseQuery.open("another"))).isEmpty();
        assertThat(found("IDA-love")).containsExactly(1L);
        assertThat(found("Acme-DATA")).containsExactly(2L);
        assertThat(found("_b%")).containsExactly(2L);
        assertThat(found("%")).containsExactly(2L);
        assertThat(found("")).containsExactly(1L, 2L);
    }

    private List<Long> found(String text) {
        return ledger().cases(new CaseQuery(null, false, text)).stream()
                .map(Case::id)
                .toList();
    }

    @Test
    void the_last_ending_of_each_subject_is_the_newest() {
        saved(Samples.ended(opened(Samples.fresh("Ida")), Ending.KEPT, NOW));
        saved(Samples.ended(opened(Samples.fresh("Ida")), Ending.RETURNED, NOW.plusSeconds(1)));
        opened(Samples.fresh("Ida"));
        saved(Samples.ended(opened(Samples.fresh("bob")), Ending.IGNORED, NOW));

        assertThat(ledger().lastEndings(WORKFLOW))
                .containsExactlyInAnyOrder(
                        new LastEnding(new SubjectKey("github/acme", "ida"), Ending.RETURNED, NOW.plusSeconds(1)),
                        new LastEnding(new SubjectKey("github/acme", "bob"), Ending.IGNORED, NOW));
        assertThat(ledger().lastEndings("another")).isEmpty();
    }

    @Test
    void removals_count_from_the_instant_of_the_removal_whatever_follows() {
        saved(Samples.ended(opened(Samples.fresh("kept")), Ending.KEPT, NOW));
        saved(Samples.ended(opened(Samples.fresh("removed")), Ending.REMOVED, NOW));
        Case following = opened(Samples.fresh("followed")).with(new Following(0, NOW, Samples.ACCESS), NOW);
        saved(following);

        assertThat(ledger().removedSince(WORKFLOW, NOW)).isEqualTo(2);
        assertThat(ledger().removedSince(WORKFLOW, NOW.plusNanos(1000))).isZero();
        Instant later = NOW.plus(Duration.ofDays(90));
        saved(Samples.ended(following, Ending.REMOVED, later));
        assertThat(ledger().removedSince(WORKFLOW, NOW)).isEqualTo(2);
        assertThat(ledger().removedSince(WORKFLOW, later)).isZero();
        assertThat(ledger().removedSince("another", NOW)).isZero();
    }

    @Test
    void an_account_removed_twice_counts_once_and_one_in_two_applications_twice() {
        saved(Samples.ended(opened(Samples.fresh("Ida")), Ending.REMOVED, NOW));
        saved(Samples.ended(opened(Samples.fresh("Ida")), Ending.REMOVED, NOW.plusSeconds(1)));
        saved(Samples.ended(opened(Samples.fresh("github/acme-data", "Ida")), Ending.REMOVED, NOW));

        assertThat(ledger().removedSince(WORKFLOW, NOW)).isEqualTo(2);
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
}
