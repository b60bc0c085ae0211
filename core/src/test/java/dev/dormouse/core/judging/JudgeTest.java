package dev.dormouse.core.judging;

import static dev.dormouse.core.judging.Judging.DAYS_90;
import static dev.dormouse.core.judging.Judging.MONTHS_3;
import static dev.dormouse.core.judging.Judging.active;
import static dev.dormouse.core.judging.Judging.noneSince;
import static dev.dormouse.core.judging.Judging.says;
import static dev.dormouse.core.judging.Judging.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.judging.Evidence.Opinion;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.spi.ActivityKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {

    private static final String RECENT = "2024-06-01T09:00:00Z";
    private static final String OLD = "2023-09-10T09:00:00Z";
    private static final Evidence NEVER = new Evidence.Never();

    @Test
    void who_is_inactive_for_every_source_is_dormant_and_the_reason_names_each_with_its_date() {
        Judgement judgement = new Judging()
                .source("people", MONTHS_3, active(OLD))
                .source("auth0", DAYS_90, active("2023-10-11T18:44:38Z"))
                .judgement();
        assertThat(judgement.answer()).isEqualTo(Answer.DORMANT);
        assertThat(judgement.reason())
                .isEqualTo("people: last active 2023-09-10, more than 3 months ago; "
                        + "auth0: last active 2023-10-11, more than 90d ago");
        assertThat(judgement.lastActivity()).isEqualTo(Instant.parse("2023-10-11T18:44:38Z"));
        assertThat(judgement.source()).isEqualTo("auth0");
    }

    @ParameterizedTest
    @EnumSource(names = {"LATEST", "ANY_ACTIVE_CLEARS"})
    void one_source_that_saw_activity_clears_even_when_another_failed(Combine combine) {
        Judgement judgement = new Judging()
                .combine(combine)
                .source("people", MONTHS_3, unknown(null))
                .source("audit", MONTHS_3, active(OLD))
                .source("auth0", DAYS_90, active(RECENT))
                .judgement();
        assertThat(judgement.answer()).isEqualTo(Answer.ACTIVE);
        assertThat(judgement.reason()).isEqualTo("auth0: last active 2024-06-01, within the last 90d");
    }

    @Test
    void a_required_source_that_failed_makes_the_answer_unknown_and_the_reason_names_it() {
        Judgement judgement = new Judging()
                .source("people", MONTHS_3, unknown(OLD))
                .source("auth0", DAYS_90, active(OLD))
                .judgement();
        assertThat(judgement.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(judgement.reason()).isEqualTo("people: unknown, people.json: cut off (seen active on 2023-09-10)");
    }

    @Test
    void activity_read_from_a_source_that_failed_shows_that_the_account_is_active() {
        assertThat(new Judging().source("people", MONTHS_3, unknown(RECENT)).answer())
                .isEqualTo(Answer.ACTIVE);
    }

    @Test
    void an_optional_source_that_failed_drops_out_and_alone_leaves_nothing_to_judge_by() {
        Judging both = new Judging().optional("people", MONTHS_3, unknown(null)).source("auth0", DAYS_90, active(OLD));
        assertThat(both.answer()).isEqualTo(Answer.DORMANT);
        Judgement alone =
                new Judging().optional("people", MONTHS_3, unknown(null)).judgement();
        assertThat(alone.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(alone.reason()).isEqualTo("no source can tell; people: unknown, people.json: cut off");
    }

    @Test
    void an_optional_source_that_failed_still_clears_by_what_it_had_seen() {
        assertThat(new Judging()
                        .optional("people", MONTHS_3, unknown(RECENT))
                        .source("auth0", DAYS_90, active(OLD))
                        .answer())
                .isEqualTo(Answer.ACTIVE);
    }

    @Test
    void a_source_for_other_applications_takes_no_part() {
        SourceRule elsewhere = new SourceRule(
                "auth0", DAYS_90, Role.ACTIVITY, Need.REQUIRED, List.of("github/other"), ActivityKind.USE);
        Judging judging = new Judging().source(elsewhere, active(RECENT));
        assertThat(judging.judgement().reason()).isEqualTo("no source speaks about this application");
        assertThat(judging.source("people", MONTHS_3, active(OLD)).answer()).isEqualTo(Answer.DORMANT);
    }

    @Test
    void a_verdict_counts_as_it_stands_and_an_instant_is_no_verdict() {
        assertThat(new Judging().source("report", null, says(Opinion.DORMANT)).answer())
                .isEqualTo(Answer.DORMANT);
        assertThat(new Judging().source("report", null, says(Opinion.ACTIVE)).answer())
                .isEqualTo(Answer.ACTIVE);
        assertThat(new Judging().source("report", null, active(OLD)).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void an_exemption_wins_over_everything() {
        Judgement judgement = new Judging()
                .source("auth0", DAYS_90, active(OLD))
                .exemptedBy("account ci-bot: builds")
                .judgement();
        assertThat(judgement.answer()).isEqualTo(Answer.EXEMPT);
        assertThat(judgement.reason()).isEqualTo("exempt: account ci-bot: builds");
    }

    @Test
    void never_used_is_exempt_where_the_workflow_excludes_it() {
        Judgement judgement = new Judging()
                .neverActive(NeverActive.EXCLUDE)
                .source("auth0", DAYS_90, NEVER)
                .source("audit", DAYS_90, noneSince("2024-01-01T00:00:00Z"))
                .created(OLD)
                .judgement();
        assertThat(judgement.answer()).isEqualTo(Answer.EXEMPT);
        assertThat(judgement.reason()).isEqualTo("never used; neverActive: exclude");
        assertThat(judgement.neverUsed()).isTrue();
    }

    @Test
    void an_account_seen_by_one_source_was_used_though_another_never_saw_it() {
        Judgement judgement = new Judging()
                .neverActive(NeverActive.EXCLUDE)
                .source("auth0", DAYS_90, NEVER)
                .source("people", MONTHS_3, active(OLD))
                .judgement();
        assertThat(judgement.answer()).isEqualTo(Answer.DORMANT);
        assertThat(judgement.neverUsed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"SINCE_CREATED", "REVIEW"})
    void never_used_counts_from_creation_and_without_one_only_a_verdict_helps(NeverActive policy) {
        assertThat(never(policy).created(OLD).answer()).isEqualTo(Answer.DORMANT);
        assertThat(never(policy).created(RECENT).judgement().reason())
                .isEqualTo("created on 2024-06-01, too young to be inactive since 2024-03-21");
        assertThat(never(policy).judgement().reason()).isEqualTo("never used, and when it was created is not known");
        assertThat(never(policy).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(never(policy).source("report", null, says(Opinion.DORMANT)).answer())
                .isEqualTo(Answer.DORMANT);
    }

    private static Judging never(NeverActive policy) {
        return new Judging().neverActive(policy).source("auth0", DAYS_90, NEVER);
    }

    @Test
    void who_was_kept_within_the_longest_window_is_not_dormant() {
        Judging judging = new Judging().source("auth0", DAYS_90, active(OLD)).source("people", MONTHS_3, active(OLD));
        assertThat(judging.floor("2024-03-19T12:00:00Z", "kept").answer()).isEqualTo(Answer.DORMANT);
        Judgement kept = judging.floor("2024-03-19T12:00:00.000001Z", "kept").judgement();
        assertThat(kept.answer()).isEqualTo(Answer.ACTIVE);
        assertThat(kept.reason())
                .isEqualTo("kept on 2024-03-19, inactivity counts from there and must reach back to 2024-03-19");
    }

    @Test
    void every_clause_is_explained_with_value_source_freshness_and_truth() {
        List<Clause> clauses = new Judging()
                .source("people", MONTHS_3, active(OLD))
                .source("auth0", DAYS_90, unknown(null))
                .created(OLD)
                .clauses();
        assertThat(clauses)
                .containsExactly(
                        new Clause(
                                "people inactive for 3 months",
                                "active at 2023-09-10T09:00:00Z",
                                "people",
                                Judging.NOON,
                                true),
                        new Clause("auth0 inactive for 90d", "unknown: people.json: cut off", "auth0", null, null),
                        new Clause("not exempt", "no exemption matches", "", null, true),
                        new Clause(
                                "nothing restarts its inactivity after 2024-03-19T12:00:00Z",
                                "nothing did",
                                "",
                                null,
                                true),
                        new Clause("old enough", "created at 2023-09-10T09:00:00Z", "", null, true));
    }
}
