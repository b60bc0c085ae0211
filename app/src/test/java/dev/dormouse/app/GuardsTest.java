package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.engine.Desk;
import dev.dormouse.engine.PassResult;
import dev.dormouse.sandbox.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a pass: limits, plans, quarantine, and systems that do not answer. */
class GuardsTest {

    @TempDir
    Path folder;

    private Ministry ministry;

    @BeforeEach
    void open() {
        ministry = new Ministry(folder, "2023-06-13T09:00:00Z");
    }

    @AfterEach
    void close() {
        ministry.close();
    }

    private Ministry guarded(String guard) {
        return ministry.change("    review:", "    guard: {" + guard + "}\n    review:");
    }

    @Test
    void more_than_maxSelected_opens_nothing_until_a_release_that_is_good_for_one_pass() {
        guarded("maxSelected: 1").dormant("alice", "alice@email.example").dormant("bob", "bob@email.example");
        PassResult stopped = ministry.begin();
        assertThat(stopped.status().quarantine())
                .isNotNull()
                .satisfies(quarantine -> assertThat(quarantine.reason())
                        .isEqualTo("guard maxSelected: 2 of 3 accounts (66.7 %) would be selected"));
        assertThat(ministry.day("2023-06-14T09:00:00Z").count("opened")).isZero();
        assertThat(ministry.mails()).isEmpty();
        assertThat(ministry.digests()).contains("Stopped by a guard");

        ministry.site().desk(desk -> desk.release(Ministry.WORKFLOW, "operator"));
        PassResult released = ministry.day("2023-06-15T09:00:00Z");
        assertThat(released.count("announced")).isEqualTo(2);
        assertThat(released.status().release()).isNull();
    }

    @Test
    void maxRemoved_counts_over_several_passes_and_quarantine_takes_nothing() {
        guarded("maxRemoved: \"1 in 7d\"").dormant("bob", "bob@email.example").begin();
        ministry.dormant("alice", "alice@email.example").day("2023-06-15T09:00:00Z");
        ministry.day("2023-06-16T09:00:00Z");
        assertThat(ministry.day("2023-07-14T09:00:00Z").count("removed")).isEqualTo(1);

        PassResult stopped = ministry.day("2023-07-16T09:00:00Z");
        assertThat(stopped.count("removed")).isZero();
        assertThat(stopped.status().quarantine()).isNotNull();
        assertThat(ministry.digests())
                .contains("guard maxRemoved: 1 accounts would be removed now, 1 were within 7d, 1 are allowed");
        assertThat(ministry.organisation().removals()).containsOnlyKeys("bob");

        ministry.site().desk(desk -> desk.release(Ministry.WORKFLOW, "operator"));
        assertThat(ministry.day("2023-07-17T09:00:00Z").count("removed")).isEqualTo(1);
        assertThat(ministry.organisation().removals()).containsOnlyKeys("alice", "bob");
    }

    @Test
    void maxRemoved_holds_where_nobody_is_asked() {
        ministry.change(
                "    review:\n      - {ask: owner, within: 1 month, remind: [1d], channel: people}\n    ifIgnored: remove\n",
                "    review: none\n    guard: {maxRemoved: \"1 in 7d\"}\n");
        ministry.dormant("alice", "alice@email.example").dormant("bob", "bob@email.example");
        assertThat(ministry.begin().status().quarantine()).isNotNull();
        assertThat(ministry.cases()).isEmpty();
        assertThat(ministry.organisation().removals()).isEmpty();
        ministry.site().desk(desk -> desk.release(Ministry.WORKFLOW, "operator"));
        assertThat(ministry.day("2023-06-15T09:00:00Z").count("removed")).isEqualTo(2);
    }

    @Test
    void of_four_eyes_two_may_look_before_the_next_pass_and_two_after_it() {
        guarded("fourEyes: true").dormant("bob", "bob@email.example");
        ministry.day("2023-06-13T09:00:00Z");
        assertThat(approve("ann").counts()).isFalse();
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(approve("ann").counts()).isFalse();
        assertThat(approve("ben").counts()).isTrue();
        assertThat(ministry.day("2023-06-15T09:00:00Z").count("opened")).isEqualTo(1);
    }

    private Desk.Said<?> approve(String by) {
        return ministry.site().desk(desk -> desk.approve(Ministry.WORKFLOW, by));
    }

    @Test
    void to_take_an_exemption_out_is_a_plan() {
        ministry.configure("BOB").dormant("bob", "bob@email.example").dormant("alice", "alice@email.example");
        assertThat(ministry.begin().count("announced")).isEqualTo(1);
        PassResult next = ministry.configure("").day("2023-06-14T09:00:00Z");
        assertThat(next.status().plan()).isNotNull();
        assertThat(next.count("opened")).isZero();
        assertThat(ministry.mails()).hasSize(1);
    }

    @Test
    void a_time_before_what_was_decided_last_is_refused_and_nothing_is_told_or_decided() {
        ministry.dormant("bob", "bob@email.example").begin();
        assertThatThrownBy(() -> ministry.day("2023-05-14T09:00:00Z"))
                .isInstanceOf(UseCaseException.class)
                .hasMessageStartingWith(
                        "2023-05-14T09:00:00Z is before the last entry of the journal, of 2023-06-13T09:10")
                .hasMessageContaining("leave --now out");
        assertThatThrownBy(() -> approve("ann")).hasMessageContaining("before the last entry");
        assertThat(ministry.mails()).hasSize(1);
    }

    @Test
    void a_removal_that_fails_is_told_at_once_and_tried_again() {
        ministry.dormant("bob", "bob@email.example").begin();
        ministry.day("2023-06-14T09:00:00Z");
        ministry.gitHubAnswersTo("DELETE", Reply.json(404, "{\"message\":\"Not Found\"}"));
        PassResult failed = ministry.day("2023-07-14T09:00:00Z");
        assertThat(failed.obstacles())
                .singleElement()
                .satisfies(
                        line -> assertThat(line).startsWith("case 1 on github/ministryofjustice:bob goes on later: "));
        assertThat(ministry.digests()).contains("Could not be removed yet; tried again", "404");
        ministry.gitHubAnswers(null);
        PassResult later = ministry.day("2023-07-15T09:00:00Z");
        assertThat(later.count("removed")).isEqualTo(1);
        assertThat(later.obstacles()).isEmpty();
    }

    @Test
    void a_workflow_that_is_configured_no_more_leaves_its_cases_to_people() {
        ministry.dormant("bob", "bob@email.example").begin();
        ministry.change("workflow: " + Ministry.WORKFLOW, "workflow: another");
        ministry.day("2023-07-20T09:00:00Z");
        assertThat(ministry.site().warnings())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("1 open case(s) belong to workflow 'github-dormant-members'")
                        .endsWith("dormouse cases cancel 1"));
        assertThat(ministry.organisation().removals()).isEmpty();
        ministry.site().desk(desk -> desk.decide(1, Decision.CANCEL, "operator", "its workflow is gone"));
        assertThat(ministry.only().state()).isInstanceOf(Ended.class);
    }

    @Test
    void an_exempting_group_that_protects_nobody_stops_the_workflow_because_it_may_not_have_been_read() {
        ministry.change("exempt: {accounts: []}", "exempt: {groups: [\"team:executives\"]}");
        ministry.dormant("bob", "bob@email.example");
        PassResult stopped = ministry.begin();

        assertThat(stopped.status().quarantine())
                .isNotNull()
                .satisfies(quarantine -> assertThat(quarantine.reason())
                        .isEqualTo("the exempting group team:executives protects nobody: it could not be read, or is "
                                + "empty; correct the entry, or delete it"));
        ministry.site().desk(desk -> desk.release(Ministry.WORKFLOW, "operator"));
        assertThat(ministry.day("2023-06-14T09:00:00Z").status().quarantine())
                .as("a release allows numbers, not to pass over whom it protects")
                .isNotNull();
        assertThat(ministry.mails()).isEmpty();
    }

    @Test
    void in_quarantine_people_are_still_heard() {
        guarded("maxRemoved: \"0 in 7d\"").dormant("bob", "bob@email.example").begin();
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.day("2023-07-14T09:00:00Z").status().quarantine()).isNotNull();
        ministry.active("bob").day("2023-07-15T09:00:00Z");
        assertThat(ministry.only().state())
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.ending()).isEqualTo(Ending.RETURNED));
    }

    @Test
    void a_version_that_selects_fewer_needs_no_approval() {
        ministry.dormant("bob", "bob@email.example").begin();
        PassResult next = ministry.change("3 months", "4 months").day("2023-06-14T09:00:00Z");
        assertThat(next.status().plan()).isNull();
        assertThat(next.status().approvedVersion()).isEqualTo(2);
    }

    @Test
    void a_version_that_may_select_more_is_a_plan_also_while_nobody_can_be_judged() {
        guarded("sourceMaxAge: 2d").dormant("bob", "bob@email.example").begin();
        ministry.dormant("alice", "alice@email.example").export().change("3 months", "1 month");
        ministry.site().clock().set(java.time.Instant.parse("2023-06-16T09:00:00Z"));
        PassResult blind = ministry.run();
        assertThat(blind.tally().dormant()).isZero();
        assertThat(blind.tally().unknown()).isPositive();
        assertThat(blind.status().plan()).isNotNull();
    }

    @Test
    void an_exemption_needs_no_approval_while_nobody_can_be_judged_either() {
        guarded("sourceMaxAge: 2d").dormant("bob", "bob@email.example").begin();
        ministry.configure("BOB");
        guarded("sourceMaxAge: 2d").dormant("alice", "alice@email.example").export();
        ministry.site().clock().set(java.time.Instant.parse("2023-06-16T09:00:00Z"));
        PassResult blind = ministry.run();
        assertThat(blind.tally().unknown()).isPositive();
        assertThat(blind.status().plan()).isNull();
        assertThat(blind.status().approvedVersion()).isEqualTo(2);
    }

    @Test
    void a_version_is_a_plan_while_the_accounts_cannot_be_read() {
        ministry.configure("BOB").dormant("bob", "bob@email.example").begin();
        ministry.configure("");
        ministry.gitHubAnswers(Reply.json(503, "{\"message\":\"unavailable\"}"));
        assertThat(ministry.day("2023-06-14T09:00:00Z").status().plan()).isNotNull();
    }

    @Test
    void an_exemption_holds_at_once_and_needs_no_approval() {
        ministry.dormant("bob", "bob@email.example").begin();
        PassResult next = ministry.configure("BOB").day("2023-06-14T09:00:00Z");
        assertThat(next.status().plan()).isNull();
        assertThat(ministry.only().state())
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.ending()).isEqualTo(Ending.EXEMPTED));
    }

    @Test
    void a_release_is_used_up_also_while_another_version_waits_as_a_plan() {
        guarded("maxRemoved: \"0 in 7d\"").dormant("bob", "bob@email.example").begin();
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.day("2023-07-14T09:00:00Z").status().quarantine()).isNotNull();
        ministry.site().desk(desk -> desk.release(Ministry.WORKFLOW, "operator"));
        PassResult released = ministry.change("within: 1 month", "within: 14d").day("2023-07-15T09:00:00Z");
        assertThat(released.count("removed")).isEqualTo(1);
        assertThat(released.status().plan()).isNotNull();
        assertThat(released.status().release()).isNull();
    }

    @Test
    void a_version_that_acts_otherwise_is_a_plan_and_running_cases_stay_on_theirs() {
        ministry.dormant("bob", "bob@email.example").begin();
        ministry.dormant("alice", "alice@email.example");
        PassResult next = ministry.change("within: 1 month", "within: 14d").day("2023-06-14T09:00:00Z");
        assertThat(next.status().plan()).isNotNull();
        assertThat(next.count("opened")).isZero();
        assertThat(ministry.day("2023-06-29T09:00:00Z").count("removed")).isZero();
        assertThat(ministry.only().state()).isInstanceOf(Reviewing.class);
        ministry.site().desk(desk -> desk.approve(Ministry.WORKFLOW, "operator"));
        assertThat(ministry.day("2023-06-30T09:00:00Z").count("announced")).isEqualTo(1);
        assertThat(ministry.day("2023-07-14T09:00:00Z").count("removed")).isEqualTo(1);
        assertThat(ministry.organisation().removals()).containsOnlyKeys("bob");
    }

    @Test
    void a_system_that_does_not_answer_on_the_day_of_removal_holds_the_case_until_it_does() {
        ministry.dormant("bob", "bob@email.example").begin();
        ministry.day("2023-06-14T09:00:00Z");
        ministry.gitHubAnswers(Reply.json(503, "{\"message\":\"unavailable\"}"));
        assertThat(ministry.day("2023-07-14T09:00:00Z").count("removed")).isZero();
        assertThat(ministry.only().state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.reason()).isEqualTo(HoldReason.MISSING_EVIDENCE));
        ministry.gitHubAnswers(null);
        assertThat(ministry.day("2023-07-14T12:00:00Z").count("removed")).isEqualTo(1);
    }

    @Test
    void a_source_older_than_sourceMaxAge_makes_nobody_dormant() {
        guarded("sourceMaxAge: 2d").dormant("bob", "bob@email.example").begin();
        ministry.dormant("alice", "alice@email.example").export();
        ministry.site().clock().set(java.time.Instant.parse("2023-06-16T09:00:00Z"));
        PassResult stale = ministry.run();
        assertThat(stale.tally().dormant()).isZero();
        assertThat(stale.tally().unknown()).isEqualTo(2);
        assertThat(stale.tally().active())
                .as("the audit log is fresh, and saw the owner")
                .isEqualTo(1);
        assertThat(ministry.only().state()).isInstanceOf(Reviewing.class);
    }

    @Test
    void each_pass_with_news_is_one_digest() {
        ministry.dormant("alice", "alice@email.example")
                .dormant("bob", "bob@email.example")
                .dormant("carol", null)
                .begin();
        assertThat(ministry.digestCount()).as("the plan, and what was done").isEqualTo(2);
        ministry.day("2023-06-14T09:00:00Z");
        ministry.day("2023-06-15T09:00:00Z");
        assertThat(ministry.digestCount()).as("no news, no digest").isEqualTo(2);
        ministry.day("2023-07-14T09:00:00Z");
        assertThat(ministry.digestCount()).isEqualTo(3);
        assertThat(ministry.digests()).contains("Removed 2 account(s); 2 seat(s) are free.");
    }

    @Test
    void fourEyes_takes_two_persons_for_a_plan_and_for_a_release() {
        guarded("maxSelected: 1, fourEyes: true")
                .dormant("alice", "alice@email.example")
                .dormant("bob", "bob@email.example");
        ministry.day("2023-06-13T09:00:00Z");
        assertThat(approves("anna")).isFalse();
        assertThat(approves("ANNA ")).isFalse();
        assertThat(approves("ben")).isTrue();

        assertThat(ministry.day("2023-06-14T09:00:00Z").status().quarantine()).isNotNull();
        assertThat(releases("ben"))
                .isEqualTo("workflow " + Ministry.WORKFLOW + " stays stopped until a second person releases it:"
                        + " dormouse release " + Ministry.WORKFLOW + " --by NAME");
        assertThat(ministry.day("2023-06-15T09:00:00Z").count("announced")).isZero();
        assertThat(releases("anna")).startsWith("workflow " + Ministry.WORKFLOW + " is released for one pass");
        assertThat(ministry.day("2023-06-16T09:00:00Z").count("announced")).isEqualTo(2);
    }

    private boolean approves(String by) {
        return ministry.site()
                .<Boolean>desk(desk -> desk.approve(Ministry.WORKFLOW, by).counts());
    }

    private String releases(String by) {
        return ministry.site().<String>desk(desk -> desk.release(Ministry.WORKFLOW, by));
    }
}
