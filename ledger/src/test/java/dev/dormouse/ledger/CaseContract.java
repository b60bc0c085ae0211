package dev.dormouse.ledger;

import static dev.dormouse.ledger.Samples.NOW;
import static dev.dormouse.ledger.Samples.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Following;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.Ledger.LastEnding;
import dev.dormouse.core.observations.SubjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger does with cases. */
abstract class CaseContract extends LedgerContract {

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
}
