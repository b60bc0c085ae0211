package dev.dormouse.core.cases;

import static dev.dormouse.core.cases.Cases.AFTER;
import static dev.dormouse.core.cases.Cases.DEADLINE;
import static dev.dormouse.core.cases.Cases.OWNER;
import static dev.dormouse.core.cases.Cases.START;
import static dev.dormouse.core.cases.Cases.announced;
import static dev.dormouse.core.cases.Cases.announcedBy;
import static dev.dormouse.core.cases.Cases.at;
import static dev.dormouse.core.cases.Cases.delivered;
import static dev.dormouse.core.cases.Cases.dormant;
import static dev.dormouse.core.cases.Cases.fresh;
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
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.IfIgnored;
import dev.dormouse.core.workflow.Workflow.OnBounce;
import dev.dormouse.spi.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Asking people: deadlines, reminders, notices that do not arrive, and stages that nobody answers. */
class CaseReviewTest {

    @Test
    void the_first_look_asks_the_owner_with_a_deadline_at_the_end_of_the_day_one_month_later() {
        Move move = at(START).look(fresh(START), dormant(START));

        CaseEffect.Announce announce = (CaseEffect.Announce) Objects.requireNonNull(move.effect());
        assertThat(announce.deadline()).isEqualTo(DEADLINE);
        assertThat(announce.ask()).containsExactly("owner");
    }

    @Test
    void the_deadline_of_the_thirteenth_of_august_is_the_thirteenth_of_september() {
        Instant august = Instant.parse("2023-08-13T09:00:00Z");
        Move move = at(august).look(fresh(august), dormant(august));

        assertThat(((CaseEffect.Announce) Objects.requireNonNull(move.effect())).deadline())
                .isEqualTo(Instant.parse("2023-09-14T00:00:00Z"));
    }

    @Test
    void nothing_is_removed_before_the_deadline() {
        Instant justBefore = DEADLINE.minusSeconds(1);
        Move move = at(justBefore).look(delivered(), dormant(justBefore));

        assertThat(move.next().state()).isInstanceOf(Reviewing.class);
    }

    @Test
    void a_bounced_notice_holds_the_case_and_time_does_not_remove_it() {
        Case bounced = at(START)
                .delivery(announced(), OWNER, new Delivery.Bounced("mailbox unknown"))
                .next();
        assertThat(((Held) bounced.state()).detail()).isEqualTo("the notice bounced: mailbox unknown");

        Instant muchLater = DEADLINE.plus(Duration.ofDays(400));
        assertThat(at(muchLater).look(bounced, dormant(muchLater)).next()).isEqualTo(bounced);
    }

    @Test
    void a_bounced_notice_is_handed_to_the_leavers_where_the_document_says_so() {
        Workflow offboard = Documents.github().onBounce(OnBounce.OFFBOARD).build();
        Case held = new CaseLife(offboard, START)
                .delivery(announced(), OWNER, new Delivery.Bounced("unknown"))
                .next();
        CaseLife next = new CaseLife(offboard, START.plusSeconds(1));
        Move move = next.look(held, dormant(START));

        assertThat(((Ended) move.next().state()).ending()).isEqualTo(Ending.SUPERSEDED);
        assertThat(move.effect()).isInstanceOf(CaseEffect.Offboard.class);
        assertThat(new CaseLife(offboard, START).look(held, dormant(START)).effect())
                .as("in the pass that saw the bounce")
                .isNull();
        assertThat(((Ended) next.look(held, new Finding.Active("used")).next().state()).ending())
                .isEqualTo(Ending.RETURNED);
        assertThat(((Ended) next.look(held, new Finding.Exempt("listed")).next().state()).ending())
                .isEqualTo(Ending.EXEMPTED);
        assertThat(next.look(held, new Finding.Unknown("unread")).next()).isEqualTo(held);
    }

    @Test
    void what_was_not_delivered_this_time_is_no_leaver() {
        Workflow offboard = Documents.github().onBounce(OnBounce.OFFBOARD).build();
        Case held = new CaseLife(offboard, START)
                .delivery(announced(), OWNER, new Delivery.Failed("the mailbox is full"))
                .next();

        assertThat(((Held) held.state()).reason()).isEqualTo(HoldReason.NOT_DELIVERED);
        assertThat(new CaseLife(offboard, AFTER).look(held, dormant(AFTER)).next())
                .isEqualTo(held);
    }

    @Test
    void without_an_address_the_case_is_held() {
        Move move = at(START).unreachable(fresh(START), HoldReason.NO_ADDRESS, "no address");

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
    void a_notice_that_a_crash_delayed_beyond_a_day_is_announced_again_because_its_time_was_short() {
        Case sentTenDaysLater = at(START.plus(Duration.ofDays(10)))
                .announced(fresh(START), 0, DEADLINE, "k", OWNER)
                .next();
        Case arrived = at(AFTER)
                .delivery(sentTenDaysLater, OWNER, new Delivery.Delivered())
                .next();

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
                        life.announced(next.next(), 1, announce.deadline(), "k2", "lead@acme.example")
                                .next(),
                        OWNER,
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
    void of_several_letters_of_a_stage_the_first_is_the_one_that_is_watched_and_the_owners_before_all() {
        assertThat(at(START)
                        .announced(announced(), 0, DEADLINE, "k2", "lead@acme.example")
                        .changes(announced()))
                .isFalse();

        Case others = at(START)
                .announced(fresh(START), 0, DEADLINE, "k2", "lead@acme.example")
                .next();
        Case arrived =
                at(START).delivery(others, OWNER, new Delivery.Delivered()).next();
        Move owner = at(START).announced(arrived, 0, DEADLINE, "k", OWNER);
        assertThat(owner.why()).isEqualTo("the owner was told too");
        assertThat(owner.next()).isEqualTo(announced());
    }

    @Test
    void the_bounce_of_somebody_elses_letter_hands_nobody_over() {
        Workflow lead = Documents.github()
                .onBounce(OnBounce.OFFBOARD)
                .stages(List.of(stage("lead@acme.example", Duration.ofDays(30))))
                .build();
        CaseLife life = new CaseLife(lead, START);
        Case asked = life.announced(fresh(START), 0, DEADLINE, "k", "lead@acme.example")
                .next();

        for (Case held : List.of(
                life.delivery(asked, "lead@acme.example", new Delivery.Bounced("unknown"))
                        .next(),
                life.refused(asked, "lead@acme.example", "unknown").next())) {
            assertThat(((Held) held.state()).reason()).isEqualTo(HoldReason.NOT_DELIVERED);
            assertThat(new CaseLife(lead, AFTER).look(held, dormant(AFTER)).next())
                    .isEqualTo(held);
        }
        Case before = life.unreachable(asked, HoldReason.BOUNCED, "as it was written down before")
                .next();
        assertThat(new CaseLife(lead, AFTER).look(before, dormant(AFTER)).next())
                .isEqualTo(before);
    }

    @Test
    void who_bounces_is_handed_over_after_the_deadline_that_others_were_told() {
        Workflow both = Documents.github()
                .onBounce(OnBounce.OFFBOARD)
                .stages(List.of(stage(List.of("owner", "lead@acme.example"), Duration.ofDays(30))))
                .build();
        Case refused = new CaseLife(both, START)
                .unreachable(fresh(START), HoldReason.BOUNCED, "no such mailbox")
                .next();
        Case held = new CaseLife(both, START)
                .announced(refused, 0, DEADLINE, "k2", "lead@acme.example")
                .next();
        Instant before = DEADLINE.minusSeconds(1);

        assertThat(new CaseLife(both, before).look(held, dormant(before)).next())
                .isEqualTo(held);
        assertThatThrownBy(() -> new CaseLife(both, before).decide(held, Decision.REMOVE, "operator", ""))
                .hasMessageContaining("deadline 2024-07-20T00:00:00Z");
        assertThat(new CaseLife(both, DEADLINE).look(held, dormant(DEADLINE)).effect())
                .isInstanceOf(CaseEffect.Offboard.class);
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
    void a_stage_of_others_that_reaches_nobody_passes_on_when_its_time_is_over() {
        Workflow leadFirst = Documents.github()
                .stages(List.of(stage(LEAD, Duration.ofDays(30)), stage("owner", Duration.ofDays(30))))
                .build();
        CaseLife life = new CaseLife(leadFirst, START);
        Case told = life.announced(fresh(START), 0, DEADLINE, "k", LEAD).next();
        Instant before = DEADLINE.minusSeconds(1);

        for (Case held : List.of(
                life.delivery(told, LEAD, new Delivery.Bounced("unknown")).next(),
                life.refused(fresh(START), LEAD, "unknown").next())) {
            assertThat(new CaseLife(leadFirst, before)
                            .look(held, dormant(before))
                            .next())
                    .isEqualTo(held);
            assertThat(new CaseLife(leadFirst, DEADLINE)
                            .look(held, new Finding.Unknown("not read"))
                            .next())
                    .isEqualTo(held);
            Move move = new CaseLife(leadFirst, DEADLINE).look(held, dormant(DEADLINE));
            assertThat(move.why()).isEqualTo("nobody was reached; the next is asked");
            assertThat(((Reviewing) move.next().state()).stage()).isEqualTo(1);
            assertThat(((CaseEffect.Announce) Objects.requireNonNull(move.effect())).ask())
                    .containsExactly("owner");
        }
        Case late = new CaseLife(leadFirst, AFTER).look(told, dormant(AFTER)).next();
        assertThat(new CaseLife(leadFirst, AFTER).look(late, dormant(AFTER)).next())
                .as("not in the pass that found out, as the operators are told first")
                .isEqualTo(late);
    }

    private static final String LEAD = "lead@acme.example";

    private static CaseLife several(Instant now) {
        return new CaseLife(
                Documents.github()
                        .stages(List.of(stage(List.of("owner", LEAD, "head@acme.example"), Duration.ofDays(30))))
                        .build(),
                now);
    }

    private static Held refused(Case told, String recipient) {
        return (Held) several(START)
                .notSent(told, 0, DEADLINE, recipient, "no such template")
                .next()
                .state();
    }

    @Test
    void a_letter_that_is_refused_as_wrong_holds_the_case_where_others_were_told() {
        Case told =
                several(START).announced(fresh(START), 0, DEADLINE, "k", OWNER).next();

        Held held = refused(told, LEAD);
        assertThat(held.reason()).isEqualTo(HoldReason.NOT_SENT);
        assertThat(held.detail()).isEqualTo("a letter to lead@acme.example was refused: no such template");
        assertThat(held.from()).as("the owner was told").isEqualTo(told.state());
        assertThat(several(START)
                        .notSent(fresh(START), 0, DEADLINE, LEAD, "no such template")
                        .changes(fresh(START)))
                .as("nobody was told")
                .isFalse();
    }

    @Test
    void what_others_were_told_is_no_announcement_to_an_owner_whose_letter_is_refused() {
        Case told =
                several(START).announced(fresh(START), 0, DEADLINE, "k", LEAD).next();
        Case before = told.with(refused(told, "head@acme.example"), null);

        for (Case one : List.of(told, before)) {
            Case held = several(START)
                    .notSent(one, 0, DEADLINE, OWNER, "no such template")
                    .next();
            assertThat(several(START)
                            .announced(held, 0, DEADLINE, "k2", "head@acme.example")
                            .changes(held))
                    .isFalse();
            assertThatThrownBy(() -> several(AFTER).decide(held, Decision.REMOVE, "operator", ""))
                    .hasMessageContaining("is announced at the next pass; release it");
            assertThat(several(AFTER).look(held, dormant(AFTER)).next()).isEqualTo(held);
        }
    }
}
