package dev.dormouse.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.NeedsPerson;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Step.OnError;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.IfIgnored;
import dev.dormouse.core.workflow.Workflow.OnBounce;
import dev.dormouse.core.workflow.Workflow.OnReturn;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CaseLifeTest {

    private static final Instant START = Instant.parse("2024-06-19T12:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2024-07-20T00:00:00Z");
    private static final Instant AFTER = DEADLINE.plus(Duration.ofHours(8));
    private static final Access ACCESS = new Access(
            Documents.fresh(START).account(),
            "4711",
            AFTER,
            List.of(new Access.Held("org-member", "member")),
            AFTER.plus(Duration.ofDays(90)));

    private final Workflow document = Documents.github().build();

    @Test
    void the_first_look_asks_the_owner_with_a_deadline_at_the_end_of_the_day_one_month_later() {
        Move move = at(START).look(Documents.fresh(START), dormant(START));

        CaseEffect.Announce announce = (CaseEffect.Announce) Objects.requireNonNull(move.effect());
        assertThat(announce.deadline()).isEqualTo(DEADLINE);
        assertThat(announce.ask()).containsExactly("owner");
    }

    @Test
    void the_deadline_of_the_thirteenth_of_august_is_the_thirteenth_of_september() {
        Instant august = Instant.parse("2023-08-13T09:00:00Z");
        Move move = at(august).look(Documents.fresh(august), dormant(august));

        assertThat(((CaseEffect.Announce) Objects.requireNonNull(move.effect())).deadline())
                .isEqualTo(Instant.parse("2023-09-14T00:00:00Z"));
    }

    @Test
    void nobody_is_asked_while_the_evidence_is_unknown() {
        Move move = at(START).look(Documents.fresh(START), new Finding.Unknown("people-page failed"));

        assertThat(move.effect()).isNull();
        assertThat(move.next().state()).isEqualTo(Documents.fresh(START).state());
    }

    @Test
    void nothing_is_removed_before_the_deadline() {
        Instant justBefore = DEADLINE.minusSeconds(1);
        Move move = at(justBefore).look(delivered(), dormant(justBefore));

        assertThat(move.next().state()).isInstanceOf(Reviewing.class);
    }

    @Test
    void the_removal_begins_when_the_deadline_has_passed_and_the_evidence_is_as_new() {
        Move move = at(AFTER).look(delivered(), dormant(AFTER));

        assertThat(move.next().state()).isInstanceOf(Removing.class);
        assertThat(move.why()).isEqualTo("the deadline has passed");
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
    void whoever_becomes_active_is_released_at_any_time() {
        for (Case open : List.of(Documents.fresh(START), delivered(), removing())) {
            Move move = at(AFTER).look(open, new Finding.Active("active again"));
            assertThat(((Ended) move.next().state()).ending()).isEqualTo(Ending.RETURNED);
            assertThat(move.effect()).isNull();
        }
    }

    @Test
    void whoever_is_exempted_meanwhile_is_released_at_any_time() {
        for (Case open : List.of(Documents.fresh(START), delivered(), removing())) {
            Move move = at(AFTER).look(open, new Finding.Exempt("on leave"));
            assertThat(((Ended) move.next().state()).ending()).isEqualTo(Ending.EXEMPTED);
        }
    }

    @Test
    void whoever_left_is_gone() {
        Move move = at(AFTER).look(delivered(), new Finding.Gone());

        assertThat(((Ended) move.next().state()).ending()).isEqualTo(Ending.GONE);
    }

    @Test
    void a_bounced_notice_holds_the_case_and_time_does_not_remove_it() {
        Case bounced = at(START)
                .delivery(announced(), new Delivery.Bounced("mailbox unknown"))
                .next();
        assertThat(((Held) bounced.state()).detail()).isEqualTo("the notice bounced: mailbox unknown");

        Instant muchLater = DEADLINE.plus(Duration.ofDays(400));
        assertThat(at(muchLater).look(bounced, dormant(muchLater)).next()).isEqualTo(bounced);
    }

    @Test
    void a_bounced_notice_is_handed_to_the_leavers_where_the_document_says_so() {
        Workflow offboard = Documents.github().onBounce(OnBounce.OFFBOARD).build();
        Move move = new CaseLife(offboard, START).delivery(announced(), new Delivery.Bounced("unknown"));

        assertThat(((Ended) move.next().state()).ending()).isEqualTo(Ending.SUPERSEDED);
        assertThat(move.effect()).isInstanceOf(CaseEffect.Offboard.class);
    }

    @Test
    void without_an_address_the_case_is_held() {
        Move move = at(START).unreachable(Documents.fresh(START), HoldReason.NO_ADDRESS, "no address");

        assertThat(((Held) move.next().state()).reason()).isEqualTo(HoldReason.NO_ADDRESS);
    }

    @Test
    void a_notice_still_under_way_at_its_deadline_removes_nobody() {
        Move move = at(AFTER).look(announced(), dormant(AFTER));

        assertThat(((Held) move.next().state()).reason()).isEqualTo(HoldReason.NOT_DELIVERED);
    }

    @Test
    void where_the_channel_reports_nothing_a_removal_waits_72_hours_for_a_bounce() {
        Instant sentLate = DEADLINE.minus(Duration.ofHours(10));
        Workflow short_ = Documents.github()
                .stages(List.of(stage("owner", Duration.ofHours(1))))
                .build();
        Case sent = announcedBy(short_, sentLate, new Delivery.NotReported());
        Instant deadline = Objects.requireNonNull(((Reviewing) sent.state()).announcement())
                .deadline();

        Move waits = new CaseLife(short_, deadline.plusSeconds(60)).look(sent, dormant(deadline.plusSeconds(60)));
        Instant enough = sentLate.plus(Duration.ofDays(3));
        Move goes = new CaseLife(short_, enough).look(waits.next(), dormant(enough));

        assertThat(waits.next().state()).isInstanceOf(Reviewing.class);
        assertThat(goes.next().state()).isInstanceOf(Removing.class);
    }

    @Test
    void reminders_are_sent_once_on_or_after_their_day_and_missed_ones_are_passed_over() {
        Instant sevenDaysBefore = DEADLINE.minus(Duration.ofDays(7));
        assertThat(at(sevenDaysBefore.minusSeconds(1))
                        .look(delivered(), dormant(START))
                        .effect())
                .isNull();
        Move first = at(sevenDaysBefore).look(delivered(), dormant(START));
        assertThat(((CaseEffect.Remind) Objects.requireNonNull(first.effect())).number())
                .isEqualTo(1);

        Instant lastDay = DEADLINE.minus(Duration.ofHours(3));
        Move both = at(lastDay).look(delivered(), dormant(START));
        CaseEffect.Remind last = (CaseEffect.Remind) Objects.requireNonNull(both.effect());
        assertThat(last.number()).isEqualTo(2);
        Case reminded =
                at(lastDay).reminded(delivered(), last.stage(), last.number()).next();
        assertThat(at(lastDay).look(reminded, dormant(START)).effect()).isNull();
    }

    @Test
    void a_removal_more_than_fourteen_days_late_is_announced_again() {
        Instant late = DEADLINE.plus(Duration.ofDays(14)).plusSeconds(1);
        Move move = at(late).look(delivered(), dormant(late));

        assertThat(move.effect()).isInstanceOf(CaseEffect.Announce.class);
        assertThat(((Reviewing) move.next().state()).announcement()).isNull();
    }

    @Test
    void a_notice_that_a_crash_delayed_beyond_a_day_is_announced_again_because_its_time_was_short() {
        Case sentTenDaysLater = at(START.plus(Duration.ofDays(10)))
                .announced(Documents.fresh(START), 0, DEADLINE, "k", START.plus(Duration.ofDays(10)))
                .next();
        Case arrived =
                at(AFTER).delivery(sentTenDaysLater, new Delivery.Delivered()).next();

        assertThat(at(AFTER).look(arrived, dormant(AFTER)).effect()).isInstanceOf(CaseEffect.Announce.class);
    }

    @Test
    void a_stage_that_nobody_answers_passes_to_the_next_and_the_last_one_ends_as_the_document_says() {
        Workflow two = Documents.github()
                .stages(List.of(stage("owner", Duration.ofDays(10)), stage("lead@acme.example", Duration.ofDays(5))))
                .ifIgnored(IfIgnored.END)
                .build();
        Case first = announcedBy(two, START, new Delivery.Delivered());
        Instant later = START.plus(Duration.ofDays(11));
        Move next = new CaseLife(two, later).look(first, dormant(later));
        CaseEffect.Announce announce = (CaseEffect.Announce) Objects.requireNonNull(next.effect());
        assertThat(announce.ask()).containsExactly("lead@acme.example");

        CaseLife life = new CaseLife(two, later);
        Case second = life.delivery(
                        life.announced(next.next(), 1, announce.deadline(), "k2", later)
                                .next(),
                        new Delivery.Delivered())
                .next();
        Instant end = announce.deadline().plusSeconds(1);
        assertThat(((Ended) new CaseLife(two, end)
                                .look(second, dormant(end))
                                .next()
                                .state())
                        .ending())
                .isEqualTo(Ending.IGNORED);
    }

    @Test
    void an_account_that_was_never_used_needs_a_person_where_the_document_says_review() {
        Workflow review = Documents.github().neverActive(NeverActive.REVIEW).build();
        Case never = Documents.fresh(START, new Trigger.Dormancy("never used", null, true));
        CaseLife life = new CaseLife(review, START);
        Case arrived = life.delivery(
                        life.announced(never, 0, DEADLINE, "k", START).next(), new Delivery.Delivered())
                .next();

        Move move = new CaseLife(review, AFTER).look(arrived, dormant(AFTER));
        assertThat(((Held) move.next().state()).reason()).isEqualTo(HoldReason.NEVER_USED);
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
    void a_removal_that_was_decided_but_not_begun_for_fourteen_days_is_announced_again() {
        Instant late = DEADLINE.plus(Duration.ofDays(14)).plusSeconds(1);
        Move move = at(late).look(removing(), dormant(late));

        assertThat(((Reviewing) move.next().state()).announcement()).isNull();
        assertThat(move.why()).isEqualTo("the removal is late; it is announced again with a new deadline");
    }

    @Test
    void a_removal_that_was_decided_but_not_begun_is_held_when_the_evidence_is_older_than_its_deadline() {
        Move move = at(AFTER).look(removing(), dormant(DEADLINE.minusSeconds(1)));

        assertThat(((Held) move.next().state()).reason()).isEqualTo(HoldReason.STALE_EVIDENCE);
        assertThat(move.why()).startsWith("held: new exports are needed, not older than " + DEADLINE);
    }

    @Test
    void the_first_of_several_letters_of_a_stage_is_the_one_that_is_watched() {
        assertThat(at(START).announced(announced(), 0, DEADLINE, "k2", START).changes(announced()))
                .isFalse();
    }

    @Test
    void a_stage_of_which_not_everybody_was_told_in_time_is_asked_anew() {
        Move move = at(AFTER).halfAsked(delivered(), 0, DEADLINE);

        assertThat(((Reviewing) move.next().state()).announcement()).isNull();
        assertThat(move.why())
                .isEqualTo("not everybody who is asked was told in time; all are asked anew with a new deadline");
        assertThat(at(AFTER).halfAsked(delivered(), 0, AFTER).changes(delivered()))
                .isFalse();
        assertThat(at(AFTER).halfAsked(removing(), 0, DEADLINE).changes(removing()))
                .isFalse();
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
    void a_person_may_decide_to_remove_whom_no_notice_reaches() {
        Case held = at(START)
                .unreachable(Documents.fresh(START), HoldReason.NO_ADDRESS, "no address")
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

    @Test
    void review_none_goes_straight_to_the_steps_and_still_rechecks() {
        Workflow none = Documents.github().stages(List.of()).build();
        Case open = new CaseLife(none, START).begin(Documents.fresh(START)).next();

        assertThat(open.state()).isInstanceOf(Removing.class);
        assertThat(((Ended) new CaseLife(none, START)
                                .look(open, new Finding.Active("a"))
                                .next()
                                .state())
                        .ending())
                .isEqualTo(Ending.RETURNED);
    }

    private CaseLife at(Instant now) {
        return new CaseLife(document, now);
    }

    private static Finding dormant(Instant upTo) {
        return new Finding.Dormant("last active long ago", Map.of("people-page", upTo));
    }

    private Case announced() {
        return at(START)
                .announced(Documents.fresh(START), 0, DEADLINE, "k", START)
                .next();
    }

    private Case delivered() {
        return at(START).delivery(announced(), new Delivery.Delivered()).next();
    }

    private Case removing() {
        return at(AFTER).look(delivered(), dormant(AFTER)).next();
    }

    private CaseEffect.Perform perform() {
        return (CaseEffect.Perform) Objects.requireNonNull(
                at(AFTER).look(removing(), dormant(AFTER)).effect());
    }

    private static Case announcedBy(Workflow workflow, Instant now, Delivery delivery) {
        CaseLife life = new CaseLife(workflow, now);
        Case open = Documents.fresh(now);
        CaseEffect.Announce announce = (CaseEffect.Announce)
                Objects.requireNonNull(life.look(open, dormant(now)).effect());
        return life.delivery(
                        life.announced(open, 0, announce.deadline(), "k", now).next(), delivery)
                .next();
    }

    private static ReviewStage stage(String ask, Duration within) {
        return new ReviewStage(
                List.of(ask),
                new Window.Elapsed(within),
                List.of(),
                "people",
                new ReviewStage.Templates("announce", null));
    }
}
