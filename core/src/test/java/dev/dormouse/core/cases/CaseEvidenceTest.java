package dev.dormouse.core.cases;

import static dev.dormouse.core.cases.Cases.AFTER;
import static dev.dormouse.core.cases.Cases.DEADLINE;
import static dev.dormouse.core.cases.Cases.OWNER;
import static dev.dormouse.core.cases.Cases.START;
import static dev.dormouse.core.cases.Cases.at;
import static dev.dormouse.core.cases.Cases.delivered;
import static dev.dormouse.core.cases.Cases.dormant;
import static dev.dormouse.core.cases.Cases.fresh;
import static dev.dormouse.core.cases.Cases.removing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Delivery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an open case makes of what is found out about its account, from the first look to the day of removal. */
class CaseEvidenceTest {

    @Test
    void nobody_is_asked_while_the_evidence_is_unknown() {
        Move move = at(START).look(fresh(START), new Finding.Unknown("people-page failed"));

        assertThat(move.effect()).isNull();
        assertThat(move.next().state()).isEqualTo(fresh(START).state());
    }

    @Test
    void evidence_older_than_the_deadline_holds_the_case_and_names_the_exports_that_are_needed() {
        Move move = at(AFTER).look(delivered(), new Finding.Dormant("r", Map.of("people-page", START, "auth0", AFTER)));

        Held held = (Held) move.next().state();
        assertThat(held.reason()).isEqualTo(HoldReason.STALE_EVIDENCE);
        assertThat(held.detail())
                .isEqualTo("new exports are needed, not older than 2024-07-20T00:00:00Z, of: "
                        + "people-page (as of 2024-06-19T12:00:00Z)");
    }

    @Test
    void new_exports_let_a_case_that_waited_for_them_go_on() {
        Case held = at(AFTER)
                .look(delivered(), new Finding.Dormant("r", Map.of("people-page", START)))
                .next();
        Move move = at(AFTER).look(held, dormant(AFTER));

        assertThat(move.next().state()).isInstanceOf(Removing.class);
    }

    @Test
    void unknown_evidence_on_the_day_of_removal_holds_the_case() {
        Move move = at(AFTER).look(delivered(), new Finding.Unknown("auth0: HTTP 503"));

        assertThat(((Held) move.next().state()).reason()).isEqualTo(HoldReason.MISSING_EVIDENCE);
    }

    @Test
    void a_removal_that_was_decided_but_not_begun_is_held_when_the_evidence_is_older_than_its_deadline() {
        Move move = at(AFTER).look(removing(), dormant(DEADLINE.minusSeconds(1)));

        assertThat(((Held) move.next().state()).reason()).isEqualTo(HoldReason.STALE_EVIDENCE);
        assertThat(move.why()).startsWith("held: new exports are needed, not older than " + DEADLINE);
    }

    @Test
    void an_account_that_was_never_used_needs_a_person_where_the_document_says_review() {
        Workflow review = Documents.github().neverActive(NeverActive.REVIEW).build();
        Case never = fresh(START, new Trigger.Dormancy("never used", null, true));
        CaseLife life = new CaseLife(review, START);
        Case arrived = life.delivery(
                        life.announced(never, 0, DEADLINE, "k", OWNER).next(), OWNER, new Delivery.Delivered())
                .next();

        Move move = new CaseLife(review, AFTER).look(arrived, dormant(AFTER));
        assertThat(((Held) move.next().state()).reason()).isEqualTo(HoldReason.NEVER_USED);
    }

    @Test
    void whoever_becomes_active_is_released_at_any_time() {
        for (Case open : List.of(fresh(START), delivered(), removing())) {
            Move move = at(AFTER).look(open, new Finding.Active("active again"));
            assertThat(((Ended) move.next().state()).ending()).isEqualTo(Ending.RETURNED);
            assertThat(move.effect()).isNull();
        }
    }

    @Test
    void whoever_is_exempted_meanwhile_is_released_at_any_time() {
        for (Case open : List.of(fresh(START), delivered(), removing())) {
            Move move = at(AFTER).look(open, new Finding.Exempt("on leave"));
            assertThat(((Ended) move.next().state()).ending()).isEqualTo(Ending.EXEMPTED);
        }
    }

    @Test
    void whoever_left_is_gone() {
        Move move = at(AFTER).look(delivered(), new Finding.Gone());

        assertThat(((Ended) move.next().state()).ending()).isEqualTo(Ending.GONE);
    }
}
