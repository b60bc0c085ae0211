package dev.dormouse.core.cases;

import static dev.dormouse.core.cases.Cases.ACCESS;
import static dev.dormouse.core.cases.Cases.AFTER;
import static dev.dormouse.core.cases.Cases.DEADLINE;
import static dev.dormouse.core.cases.Cases.START;
import static dev.dormouse.core.cases.Cases.announced;
import static dev.dormouse.core.cases.Cases.announcedBy;
import static dev.dormouse.core.cases.Cases.at;
import static dev.dormouse.core.cases.Cases.delivered;
import static dev.dormouse.core.cases.Cases.dormant;
import static dev.dormouse.core.cases.Cases.fresh;
import static dev.dormouse.core.cases.Cases.perform;
import static dev.dormouse.core.cases.Cases.removing;
import static dev.dormouse.core.cases.Cases.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.IfIgnored;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private static final Workflow LEAD_FIRST = Documents.github()
            .stages(List.of(stage("lead@acme.example", Duration.ofDays(30)), stage("owner", Duration.ofDays(30))))
            .build();

    private static CaseLife leadFirst(Instant now) {
        return new CaseLife(LEAD_FIRST, now);
    }

    private static Case told() {
        return leadFirst(START)
                .announced(fresh(START), 0, DEADLINE, "k", "lead@acme.example")
                .next();
    }

    @Test
    void a_dead_mailbox_of_somebody_else_lets_nobody_decide_a_removal_before_the_owner_is_asked() {
        List<Case> unreached = List.of(
                leadFirst(START)
                        .delivery(told(), "lead@acme.example", new Delivery.Bounced("unknown"))
                        .next(),
                leadFirst(START)
                        .refused(fresh(START), "lead@acme.example", "unknown")
                        .next());

        for (Case held : unreached) {
            assertThat(((Held) held.state()).reason()).isEqualTo(HoldReason.NOT_DELIVERED);
            assertThatThrownBy(() -> leadFirst(AFTER).decide(held, Decision.REMOVE, "operator", ""))
                    .hasMessage("the owner of case 1 was not asked yet; the next stage is asked after"
                            + " 2024-07-20T00:00:00Z; or cancel the case. Nothing was changed");
            assertThat(((Ended) leadFirst(START)
                                    .decide(held, Decision.KEEP, "operator", "")
                                    .next()
                                    .state())
                            .ending())
                    .isEqualTo(Ending.KEPT);
        }
    }

    @Test
    void a_hold_by_a_person_is_no_way_round_the_owner_either() {
        Case held =
                leadFirst(START).decide(told(), Decision.HOLD, "operator", "").next();

        assertThatThrownBy(() -> leadFirst(AFTER).decide(held, Decision.REMOVE, "operator", ""))
                .hasMessage(
                        "the owner of case 1 was not asked yet; release it, and the stages go on; or cancel the case."
                                + " Nothing was changed");
        assertThat(leadFirst(AFTER).look(held, dormant(AFTER)).next()).isEqualTo(held);
    }

    @Test
    void an_owner_whose_letter_went_out_before_others_were_asked_was_asked() {
        Workflow ownerFirst = Documents.github()
                .stages(List.of(stage("owner", Duration.ofDays(30)), stage("lead@acme.example", Duration.ofDays(30))))
                .build();
        CaseLife life = new CaseLife(ownerFirst, AFTER);
        Case second = life.look(announcedBy(ownerFirst, START, new Delivery.Delivered()), dormant(AFTER))
                .next();
        Case held = life.refused(second, "lead@acme.example", "unknown").next();

        assertThat(((Held) held.state()).from().stage()).isEqualTo(1);
        assertThat(life.decide(held, Decision.REMOVE, "operator", "").next().state())
                .isInstanceOf(Removing.class);
    }

    @Test
    void where_nobody_was_told_because_the_letter_of_another_bounced_first_the_owner_is_asked_before_a_removal() {
        Workflow several = Documents.github()
                .stages(List.of(stage(List.of("lead@acme.example", "owner"), Duration.ofDays(30))))
                .build();
        CaseLife life = new CaseLife(several, START);
        Case held = life.refused(fresh(START), "lead@acme.example", "unknown").next();

        assertThatThrownBy(() -> life.decide(held, Decision.REMOVE, "operator", ""))
                .hasMessageContaining("release it");
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
