package dev.dormouse.core.cases;

import static dev.dormouse.core.cases.Cases.ACCESS;
import static dev.dormouse.core.cases.Cases.AFTER;
import static dev.dormouse.core.cases.Cases.START;
import static dev.dormouse.core.cases.Cases.dormant;
import static dev.dormouse.core.cases.Cases.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Following;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Step.OnError;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What happens sixty days after the trigger. */
class CaseFollowUpTest {

    private static final Instant DUE = START.plus(Duration.ofDays(60));
    private static final Step NOTICE = new Step.Notify("owner", "gone", "people");

    private static CaseLife at(Instant now, OnError onError) {
        return new CaseLife(
                Documents.github()
                        .followUp(new Step.Act("github.remove-member", onError), NOTICE)
                        .build(),
                now);
    }

    private static CaseLife due() {
        return at(DUE, OnError.STOP);
    }

    private static Case following(Trigger trigger) {
        return fresh(START, trigger).with(new Following(0, AFTER, ACCESS), DUE);
    }

    private static Case following() {
        return following(new Trigger.Dormancy("last active long ago", null, false));
    }

    private static Ending ending(Move move) {
        Ended ended = (Ended) move.next().state();
        assertThat(ended.access()).as("what a restore can give back").isEqualTo(ACCESS);
        return ended.ending();
    }

    @Test
    void nothing_happens_before_its_day() {
        Move early = at(DUE.minusSeconds(1), OnError.STOP).look(following(), new Finding.Gone());

        assertThat(early.effect()).isNull();
        assertThat(early.next()).isEqualTo(following());
        assertThat(due().look(following(), new Finding.Gone()).effect()).isInstanceOf(CaseEffect.Perform.class);
        assertThat(due().look(following(), dormant(DUE)).effect()).isInstanceOf(CaseEffect.Perform.class);
    }

    @Test
    void who_is_there_again_and_uses_it_or_is_exempt_by_now_is_left_alone() {
        assertThat(ending(due().look(following(), new Finding.Active("used")))).isEqualTo(Ending.RETURNED);
        assertThat(ending(due().look(following(), new Finding.Exempt("listed"))))
                .isEqualTo(Ending.EXEMPTED);
    }

    @Test
    void what_cannot_be_read_lets_nothing_be_taken_but_by_command() {
        Finding unread = new Finding.Unknown("the list could not be read");

        assertThat(due().look(following(), unread).effect()).isNull();
        assertThat(due().look(following(new Trigger.Command("operator", "left")), unread)
                        .effect())
                .isInstanceOf(CaseEffect.Perform.class);
    }

    @Test
    void a_step_that_could_not_be_done_yet_is_done_later() {
        Instant later = DUE.plus(Duration.ofHours(2));
        for (Outcome outcome : List.of(
                new Outcome.Pending("asked", "7", later),
                new Outcome.Failed("limit", "LIMIT", new Reaction.RetryAfter(Duration.ofHours(2))))) {
            Case waits = performed(OnError.STOP, outcome).next();

            assertThat(waits.state()).isEqualTo(following().state());
            assertThat(waits.due()).isEqualTo(later);
            assertThat(due().look(waits, new Finding.Gone()).effect()).isNull();
            assertThat(at(later, OnError.STOP).look(waits, new Finding.Gone()).effect())
                    .isInstanceOf(CaseEffect.Perform.class);
        }
    }

    @Test
    void a_step_that_failed_for_good_ends_the_case_as_incomplete_unless_it_may_be_passed_over() {
        Outcome failed = new Outcome.Failed("forbidden", "FORBIDDEN", new Reaction.Forbidden());

        assertThat(ending(performed(OnError.STOP, failed))).isEqualTo(Ending.INCOMPLETE);
        assertThat(performed(OnError.CONTINUE, failed).next().state())
                .isInstanceOfSatisfying(
                        Following.class, on -> assertThat(on.next()).isEqualTo(1));
        assertThat(performed(OnError.RETRY, failed).next().due()).isAfter(DUE);
    }

    private static Move performed(OnError onError, Outcome outcome) {
        CaseLife life = at(DUE, onError);
        CaseEffect.Perform step = (CaseEffect.Perform) Objects.requireNonNull(
                life.look(following(), new Finding.Gone()).effect());
        return life.performed(following(), step, outcome);
    }
}
