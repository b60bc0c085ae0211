package dev.dormouse.core.judging;

import static dev.dormouse.core.judging.Judging.active;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.condition.Property;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code when} does to a judgement. */
class WhenTest {

    private static final Window DAYS_90 = new Window.Elapsed(Duration.ofDays(90));
    private static final Fact MANAGES = new Fact.Known(Property.IS_MANAGER);
    private static final Fact LOGINS = new Fact.Count(ActivityKind.LOGIN, Duration.ofDays(90));

    private static final Fact LOGINS_120 = new Fact.Count(ActivityKind.LOGIN, Duration.ofDays(120));

    private static Judging quiet() {
        return new Judging().source("people", DAYS_90, active("2023-01-01T00:00:00Z"));
    }

    private static Judging busy() {
        return new Judging().source("people", DAYS_90, active("2024-06-18T00:00:00Z"));
    }

    private static Judging unread() {
        return new Judging().source("people", DAYS_90, Judging.unknown(null));
    }

    @Test
    void dormant_needs_the_sources_and_the_condition() {
        assertThat(quiet().when("!account.isManager").knows(MANAGES, false).answer())
                .isEqualTo(Answer.DORMANT);
        assertThat(quiet().when("!account.isManager").knows(MANAGES, true).answer())
                .isEqualTo(Answer.ACTIVE);
        assertThat(busy().when("!account.isManager").knows(MANAGES, false).answer())
                .isEqualTo(Answer.ACTIVE);
    }

    @Test
    void what_is_unknown_neither_selects_nor_releases_and_false_wins_over_it() {
        assertThat(quiet().when("!account.isManager").answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(busy().when("!account.isManager").answer()).isEqualTo(Answer.ACTIVE);
        assertThat(unread().when("!account.isManager").knows(MANAGES, false).answer())
                .isEqualTo(Answer.UNKNOWN);
        assertThat(unread().when("!account.isManager").knows(MANAGES, true).answer())
                .isEqualTo(Answer.ACTIVE);
    }

    @Test
    void a_condition_alone_decides_and_its_sources_only_answer_it() {
        SourceRule asked = new SourceRule("log", null, Role.ASKED, Need.REQUIRED, List.of(), ActivityKind.USE);
        Judging judging =
                new Judging().source(asked, active("2024-06-18T00:00:00Z")).when("activity.logins(days(90)) <= 2");
        assertThat(judging.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(judging.knows(LOGINS, 2L).answer()).isEqualTo(Answer.DORMANT);
        assertThat(judging.judgement().reason()).isEqualTo("the condition is true (activity.logins(days(90)) = 2)");
        assertThat(judging.knows(LOGINS, 3L).answer()).isEqualTo(Answer.ACTIVE);
    }

    @Test
    void an_account_younger_than_the_longest_window_of_the_condition_is_not_dormant() {
        Judging judging = new Judging().when("activity.logins(days(90)) <= 2").knows(LOGINS, 0L);
        assertThat(judging.created("2024-06-01T00:00:00Z").answer()).isEqualTo(Answer.ACTIVE);
        assertThat(judging.created("2024-01-01T00:00:00Z").answer()).isEqualTo(Answer.DORMANT);
    }

    @Test
    void a_set_means_exactly_what_its_condition_says_also_of_the_young_and_the_kept() {
        Judging judging = new Judging()
                .forSet()
                .when("activity.logins(days(90)) <= 2")
                .created("2024-06-01T00:00:00Z")
                .floor("2024-06-18T00:00:00Z", "kept");
        assertThat(judging.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(judging.knows(LOGINS, 3L).answer()).isEqualTo(Answer.ACTIVE);
        assertThat(judging.knows(LOGINS, 2L).answer()).isEqualTo(Answer.DORMANT);
        assertThat(judging.clauses())
                .contains(new Clause("old enough", "created at 2024-06-01T00:00:00Z", "", null, true));
        assertThat(judging.exemptedBy("group staff").answer()).isEqualTo(Answer.EXEMPT);
    }

    @Test
    void a_set_with_a_window_of_its_own_keeps_protecting_the_young() {
        Judging judging =
                quiet().forSet().when("activity.logins(days(120)) <= 2").knows(LOGINS_120, 0L);
        assertThat(judging.created("2024-06-01T00:00:00Z").answer()).isEqualTo(Answer.ACTIVE);
        assertThat(judging.created("2024-03-01T00:00:00Z").answer()).isEqualTo(Answer.ACTIVE);
        assertThat(judging.created("2024-01-01T00:00:00Z").answer()).isEqualTo(Answer.DORMANT);
    }

    @Test
    void an_explanation_shows_the_condition_with_what_it_rests_on() {
        Judging judging = quiet().when("!account.isManager && activity.logins(days(90)) <= 2")
                .knows(MANAGES, false);
        String values = "account.isManager = false, activity.logins(days(90)) = unknown";
        assertThat(judging.clauses())
                .contains(new Clause(
                        "when !account.isManager && activity.logins(days(90)) <= 2", values, "", null, null));
        assertThat(judging.judgement().reason()).isEqualTo("the condition is unknown (" + values + ")");
    }
}
