package dev.dormouse.core.cases;

import static dev.dormouse.core.cases.Cases.ACCESS;
import static dev.dormouse.core.cases.Cases.AFTER;
import static dev.dormouse.core.cases.Cases.START;
import static dev.dormouse.core.cases.Cases.announced;
import static dev.dormouse.core.cases.Cases.at;
import static dev.dormouse.core.cases.Cases.delivered;
import static dev.dormouse.core.cases.Cases.dormant;
import static dev.dormouse.core.cases.Cases.fresh;
import static dev.dormouse.core.cases.Cases.perform;
import static dev.dormouse.core.cases.Cases.removing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.IfIgnored;
import dev.dormouse.spi.Outcome;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a person may decide, and when it is too early or too late. */
class CaseDecisionTest {

    @Test
    void keep_settles_a_case_and_a_later_answer_is_too_late() {
        Case kept =
                at(START).decide(announced(), Decision.KEEP, "lead", "needed").next();
        assertThat(((Ended) kept.state()).ending()).isEqualTo(Ending.KEPT);

        assertThatThrownBy(() -> at(AFTER).decide(kept, Decision.KEEP, "lead", ""))
                .hasMessageStartingWith("too late: case 1 ended on 2024-06-19T12:00:00Z");
        assertThatThrownBy(() -> at(AFTER).decide(removing(), Decision.KEEP, "lead", ""))
                .hasMessage("too late: the removal of case 1 has begun");
    }

    @Test
    void nobody_can_order_a_removal_before_the_announced_deadline() {
        assertThatThrownBy(() -> at(START).decide(announced(), Decision.REMOVE, "operator", ""))
                .hasMessageContaining("2024-07-20T00:00:00Z");
    }

    @Test
    void a_hold_is_no_way_round_the_announced_deadline() {
        Case held = at(START).decide(announced(), Decision.HOLD, "operator", "").next();
        assertThatThrownBy(() -> at(START).decide(held, Decision.REMOVE, "operator", ""))
                .hasMessageContainingAll("2024-07-20T00:00:00Z", "release it");

        Case before =
                at(START).decide(fresh(START), Decision.HOLD, "operator", "").next();
        assertThatThrownBy(() -> at(AFTER).decide(before, Decision.REMOVE, "operator", ""))
                .hasMessageContaining("announced at the next pass");

        assertThat(at(AFTER)
                        .decide(held, Decision.REMOVE, "operator", "")
                        .next()
                        .state())
                .isInstanceOf(Removing.class);
    }

    @Test
    void a_hold_stops_the_clock_also_where_silence_would_end_the_case() {
        Workflow ends = Documents.github().ifIgnored(IfIgnored.END).build();
        Case held = new CaseLife(ends, START)
                .decide(delivered(), Decision.HOLD, "operator", "")
                .next();

        assertThat(new CaseLife(ends, AFTER).look(held, dormant(AFTER)).next()).isEqualTo(held);
    }

    /** The removal has begun, and only a person can go on. */
    private static Case stopped() {
        Case recorded = at(AFTER).accessRead(removing(), ACCESS).next();
        return at(AFTER)
                .performed(recorded, perform(), new Outcome.NeedsPerson("an enterprise team"))
                .next();
    }

    @Test
    void what_was_taken_can_be_given_back_also_after_a_decision_to_keep() {
        assertThat(at(AFTER)
                        .decide(stopped(), Decision.KEEP, "operator", "")
                        .next()
                        .state()
                        .access())
                .isEqualTo(ACCESS);
    }

    @Test
    void who_decides_about_a_removal_that_stopped_goes_on_from_there_with_what_was_recorded() {
        assertThat(at(AFTER)
                        .decide(stopped(), Decision.REMOVE, "operator", "")
                        .next()
                        .state())
                .isInstanceOfSatisfying(Removing.class, again -> {
                    assertThat(again.access()).isEqualTo(ACCESS);
                    assertThat(again.announcement()).isNull();
                });
    }

    @Test
    void a_person_may_decide_to_remove_whom_no_notice_reaches() {
        Case held = at(START)
                .unreachable(fresh(START), HoldReason.NO_ADDRESS, "no address")
                .next();
        Case decided = at(START)
                .decide(held, Decision.REMOVE, "operator", "left long ago")
                .next();

        assertThat(decided.state()).isInstanceOf(Removing.class);
        assertThat(at(START).look(decided, new Finding.Active("active")).effect())
                .isNull();
    }

    @Test
    void a_release_announces_a_new_deadline() {
        Case held = at(START).decide(announced(), Decision.HOLD, "operator", "").next();
        Case released = at(AFTER).decide(held, Decision.RELEASE, "operator", "").next();

        CaseEffect.Announce again = (CaseEffect.Announce)
                Objects.requireNonNull(at(AFTER).look(released, dormant(AFTER)).effect());
        assertThat(again.deadline()).isEqualTo(Instant.parse("2024-08-21T00:00:00Z"));
    }
}
