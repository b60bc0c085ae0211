package dev.dormouse.core.cases;

import static dev.dormouse.core.cases.Cases.ACCESS;
import static dev.dormouse.core.cases.Cases.AFTER;
import static dev.dormouse.core.cases.Cases.DEADLINE;
import static dev.dormouse.core.cases.Cases.START;
import static dev.dormouse.core.cases.Cases.at;
import static dev.dormouse.core.cases.Cases.delivered;
import static dev.dormouse.core.cases.Cases.dormant;
import static dev.dormouse.core.cases.Cases.fresh;
import static dev.dormouse.core.cases.Cases.perform;
import static dev.dormouse.core.cases.Cases.removing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.NeedsPerson;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Step.OnError;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.OnReturn;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Taking access away: from the passed deadline to the end of the last step. */
class CaseRemovalTest {

    @Test
    void the_removal_begins_when_the_deadline_has_passed_and_the_evidence_is_as_new() {
        Move move = at(AFTER).look(delivered(), dormant(AFTER));

        assertThat(move.next().state()).isInstanceOf(Removing.class);
        assertThat(move.why()).isEqualTo("the deadline has passed");
    }

    @Test
    void where_nobody_is_asked_a_removal_waits_for_its_evidence() {
        Workflow unasked = Documents.github().stages(List.of()).build();
        Case begun = fresh(START).with(Removing.first(null), START);

        Move unread = new CaseLife(unasked, START).look(begun, new Finding.Unknown("unread"));
        assertThat(unread.next()).isEqualTo(begun);
        assertThat(unread.effect()).isNull();
        assertThat(new CaseLife(unasked, AFTER).look(begun, dormant(AFTER)).effect())
                .isInstanceOf(CaseEffect.Perform.class);
    }

    @Test
    void an_exemption_wins_over_a_command_too_and_evidence_does_not() {
        Case commanded = fresh(START, new Trigger.Command("operator", "left")).with(Removing.first(null), START);

        Move exempt = at(START).look(commanded, new Finding.Exempt("listed"));
        assertThat(((Ended) exempt.next().state()).ending()).isEqualTo(Ending.EXEMPTED);
        assertThat(at(START)
                        .look(commanded, new Finding.Unknown("none is needed"))
                        .effect())
                .isInstanceOf(CaseEffect.Perform.class);
    }

    @Test
    void a_removal_more_than_fourteen_days_late_is_announced_again() {
        Instant late = DEADLINE.plus(Duration.ofDays(14)).plusSeconds(1);
        Move move = at(late).look(delivered(), dormant(late));

        assertThat(move.effect()).isInstanceOf(CaseEffect.Announce.class);
        assertThat(((Reviewing) move.next().state()).announcement()).isNull();
    }

    @Test
    void a_removal_that_was_decided_but_not_begun_for_fourteen_days_is_announced_again() {
        Instant late = DEADLINE.plus(Duration.ofDays(14)).plusSeconds(1);
        Move move = at(late).look(removing(), dormant(late));

        assertThat(((Reviewing) move.next().state()).announcement()).isNull();
        assertThat(move.why()).isEqualTo("the removal is late; it is announced again with a new deadline");
    }

    @Test
    void review_none_goes_straight_to_the_steps_and_still_rechecks() {
        Workflow none = Documents.github().stages(List.of()).build();
        Case open = new CaseLife(none, START).begin(fresh(START)).next();

        assertThat(open.state()).isInstanceOf(Removing.class);
        assertThat(((Ended) new CaseLife(none, START)
                                .look(open, new Finding.Active("a"))
                                .next()
                                .state())
                        .ending())
                .isEqualTo(Ending.RETURNED);
    }

    @Test
    void a_removal_records_access_acts_tells_the_person_and_ends() {
        Case open = removing();
        CaseEffect.Perform perform = (CaseEffect.Perform)
                Objects.requireNonNull(at(AFTER).look(open, dormant(AFTER)).effect());
        Case recorded = at(AFTER).accessRead(open, ACCESS).next();
        Case removed = at(AFTER)
                .performed(recorded, perform, new Outcome.Changed("removed"))
                .next();
        CaseEffect.Tell tell = (CaseEffect.Tell) Objects.requireNonNull(
                at(AFTER).look(removed, new Finding.Gone()).effect());
        Case told = at(AFTER).told(removed, tell.step(), "told").next();
        Ended ended = (Ended) at(AFTER).look(told, new Finding.Gone()).next().state();

        assertThat(ended.ending()).isEqualTo(Ending.REMOVED);
        assertThat(ended.access()).isEqualTo(ACCESS);
    }

    @Test
    void an_account_that_is_not_there_when_its_access_is_read_is_gone() {
        Move move = at(AFTER).accessRead(removing(), null);

        assertThat(((Ended) move.next().state()).ending()).isEqualTo(Ending.GONE);
    }

    @Test
    void a_membership_that_stays_needs_a_person_and_ends_when_it_is_seen_to_be_gone() {
        Case recorded = at(AFTER).accessRead(removing(), ACCESS).next();
        Case needs = at(AFTER)
                .performed(recorded, perform(), new Outcome.NeedsPerson("enterprise team ent:a"))
                .next();
        assertThat(((NeedsPerson) needs.state()).reason()).isEqualTo("enterprise team ent:a");
        assertThat(at(AFTER).look(needs, dormant(AFTER)).next()).isEqualTo(needs);

        assertThat(((Ended) at(AFTER).look(needs, new Finding.Gone()).next().state()).ending())
                .isEqualTo(Ending.REMOVED);
    }

    @Test
    void an_unavailable_system_is_tried_again_later_and_given_to_a_person_after_five_times() {
        Case open = at(AFTER).accessRead(removing(), ACCESS).next();
        Outcome failed = new Outcome.Failed("HTTP 502", "UNAVAILABLE", new Reaction.Unavailable());
        Case once = at(AFTER).performed(open, perform(), failed).next();
        assertThat(once.due()).isAfter(AFTER);
        assertThat(at(AFTER).look(once, dormant(AFTER)).effect()).isNull();

        Case many = once;
        for (int i = 0; i < 4; i++) {
            many = at(AFTER).performed(many, perform(), failed).next();
        }
        assertThat(((NeedsPerson) many.state()).reason()).isEqualTo("HTTP 502 (after 5 attempts)");
    }

    @Test
    void a_step_that_may_fail_is_passed_over_and_the_case_ends_incomplete() {
        Workflow go = Documents.github().onError(OnError.CONTINUE).build();
        CaseLife life = new CaseLife(go, AFTER);
        CaseEffect.Perform mayFail = (CaseEffect.Perform)
                Objects.requireNonNull(life.look(removing(), dormant(AFTER)).effect());
        Outcome failed = new Outcome.Failed("HTTP 403", "FORBIDDEN", new Reaction.Forbidden());
        Case passed = life.performed(life.accessRead(removing(), ACCESS).next(), mayFail, failed)
                .next();
        Case told = life.told(passed, 1, "told").next();

        assertThat(((Ended) life.look(told, dormant(AFTER)).next().state()).ending())
                .isEqualTo(Ending.INCOMPLETE);
    }

    /** Of two steps the first was refused for good, and the second waits for its next attempt. */
    private static Case nothingTakenYet(CaseLife life) {
        Outcome forbidden = new Outcome.Failed("HTTP 403", "FORBIDDEN", new Reaction.Forbidden());
        Outcome unavailable = new Outcome.Failed("HTTP 502", "UNAVAILABLE", new Reaction.Unavailable());
        Case recorded = life.accessRead(removing(), ACCESS).next();
        Case passed =
                life.performed(recorded, nextStep(life, recorded), forbidden).next();
        return life.performed(passed, nextStep(life, passed), unavailable).next();
    }

    private static CaseEffect.Perform nextStep(CaseLife life, Case open) {
        return (CaseEffect.Perform)
                Objects.requireNonNull(life.look(open, dormant(AFTER)).effect());
    }

    @Test
    void a_step_that_was_refused_has_taken_nothing_and_the_next_one_needs_its_evidence() {
        Workflow two = Documents.github()
                .removal(new Step.Act("first", OnError.CONTINUE), new Step.Act("second", OnError.STOP))
                .build();
        Case waits = nothingTakenYet(new CaseLife(two, AFTER));
        CaseLife later = new CaseLife(two, AFTER.plus(Duration.ofDays(1)));

        assertThat(later.look(waits, new Finding.Unknown("unread")).next().state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.reason()).isEqualTo(HoldReason.MISSING_EVIDENCE));
        assertThat(later.look(waits, dormant(START)).next().state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.reason()).isEqualTo(HoldReason.STALE_EVIDENCE));
        assertThat(later.look(waits, new Finding.Exempt("listed"))
                        .next()
                        .state()
                        .access())
                .isNull();
    }

    @Test
    void where_nothing_was_recorded_nothing_is_given_back() {
        Workflow restores = Documents.github().onReturn(OnReturn.RESTORE).build();
        CaseLife life = new CaseLife(restores, AFTER);
        Outcome gone = new Outcome.Failed("HTTP 404", "NOT_FOUND", new Reaction.Gone());
        Case unread = life.performed(removing(), perform(), gone).next();

        Move returned = life.look(unread, new Finding.Active("active again"));
        assertThat(((Ended) returned.next().state()).ending()).isEqualTo(Ending.RETURNED);
        assertThat(returned.effect()).isNull();
    }

    @Test
    void activity_after_something_was_taken_stops_and_offers_the_restore_or_restores_or_goes_on() {
        Case taken = at(AFTER)
                .performed(at(AFTER).accessRead(removing(), ACCESS).next(), perform(), new Outcome.Changed("removed"))
                .next();
        Finding active = new Finding.Active("active again");

        Move stop = at(AFTER).look(taken, active);
        assertThat(((Ended) stop.next().state()).access()).isEqualTo(ACCESS);
        assertThat(stop.why()).contains("dormouse restore User-0001");

        Move restore =
                new CaseLife(Documents.github().onReturn(OnReturn.RESTORE).build(), AFTER).look(taken, active);
        assertThat(restore.effect()).isInstanceOf(CaseEffect.OpenRestore.class);

        Move goOn = new CaseLife(Documents.github().onReturn(OnReturn.CONTINUE).build(), AFTER).look(taken, active);
        assertThat(goOn.effect()).isInstanceOf(CaseEffect.Tell.class);
    }
}
