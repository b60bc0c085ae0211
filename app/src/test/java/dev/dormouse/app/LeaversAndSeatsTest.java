package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.github.StandInOrganization;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handing over who cannot be reached, organisations that share people, collaborators, and the way back. */
class LeaversAndSeatsTest {

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

    @Test
    void onBounce_offboard_hands_the_case_to_the_workflow_for_leavers_and_nobody_else() {
        ministry.change("    ifIgnored: remove", "    ifIgnored: remove\n    onBounce: offboard");
        ministry.site().write("dormouse.yaml", ministry.site().read("dormouse.yaml") + Ministry.LEAVERS);
        ministry.dormant("bob", "bob@email.example").dormant("alice", "alice@email.example");
        ministry.post().bounce("bob@email.example");
        ministry.begin();
        assertThat(ministry.day("2023-06-14T09:00:00Z").count("held")).isEqualTo(1);
        assertThat(ministry.digests()).contains("the next pass hands it to the workflow for leavers");
        assertThat(ministry.organisation().removals()).isEmpty();
        assertThat(ministry.day("2023-06-15T09:00:00Z").count("superseded")).isEqualTo(1);
        assertThat(ministry.organisation().removals()).containsOnlyKeys("bob");
        assertThat(ministry.cases())
                .filteredOn(one -> one.login().equals("bob"))
                .extracting(Case::workflow, LeaversAndSeatsTest::ending)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Ministry.WORKFLOW, Ending.SUPERSEDED),
                        org.assertj.core.groups.Tuple.tuple("leavers", Ending.REMOVED));
    }

    /** Bob's notice has bounced, and the next pass would hand him over. */
    private void bounced(String leavers) {
        ministry.change("    ifIgnored: remove", "    ifIgnored: remove\n    onBounce: offboard");
        ministry.site().write("dormouse.yaml", ministry.site().read("dormouse.yaml") + leavers);
        ministry.dormant("bob", "bob@email.example");
        ministry.post().bounce("bob@email.example");
        ministry.begin();
        ministry.day("2023-06-14T09:00:00Z");
    }

    @Test
    void whose_notice_bounced_but_who_was_seen_again_is_no_leaver() {
        bounced(Ministry.LEAVERS);
        ministry.active("bob").day("2023-06-15T09:00:00Z");
        assertThat(ending(ministry.only())).isEqualTo(Ending.RETURNED);
        assertThat(ministry.organisation().removals()).isEmpty();
    }

    @Test
    void the_exemptions_of_the_workflow_for_leavers_hold() {
        bounced(Ministry.LEAVERS + "    exempt: {accounts: [bob]}\n");
        ministry.day("2023-06-15T09:00:00Z");
        assertThat(ministry.cases())
                .extracting(LeaversAndSeatsTest::ending)
                .containsExactly(Ending.SUPERSEDED, Ending.EXEMPTED);
        assertThat(ministry.organisation().removals()).isEmpty();
    }

    @Test
    void a_leaver_waits_while_it_cannot_be_told_whether_an_exemption_protects_them() {
        bounced(Ministry.LEAVERS + "    guard: {maxRemoved: \"0 in 7d\"}\n");
        ministry.day("2023-06-15T09:00:00Z");
        ministry.site().desk(desk -> desk.release("leavers", "operator"));
        ministry.change(Ministry.LEAVERS, Ministry.LEAVERS + "    exempt: {accounts: [bob]}\n");
        ministry.gitHubAnswersAt("/members", Reply.json(503, "{\"message\":\"unavailable\"}"));
        ministry.day("2023-06-16T09:00:00Z");
        assertThat(ministry.organisation().removals()).isEmpty();
        assertThat(ministry.site().warnings())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("case 2 of leavers waits, as its exemptions cannot be asked: the accounts of"
                                + " github/ministryofjustice could not be read: "));
        ministry.gitHubAnswers(null);
        ministry.day("2023-06-17T09:00:00Z");
        assertThat(ministry.cases())
                .extracting(LeaversAndSeatsTest::ending)
                .containsExactly(Ending.SUPERSEDED, Ending.EXEMPTED);
    }

    @Test
    void the_guards_of_the_workflow_for_leavers_hold() {
        bounced(Ministry.LEAVERS + "    guard: {maxRemoved: \"0 in 7d\"}\n");
        ministry.day("2023-06-15T09:00:00Z");
        assertThat(ministry.organisation().removals()).isEmpty();
        ministry.site().desk(desk -> desk.release("leavers", "operator"));
        ministry.day("2023-06-16T09:00:00Z");
        assertThat(ministry.organisation().removals()).containsOnlyKeys("bob");
        ministry.dormant("carl", "carl@email.example").post().bounce("carl@email.example");
        ministry.day("2023-06-17T09:00:00Z");
        ministry.day("2023-06-18T09:00:00Z");
        ministry.day("2023-06-19T09:00:00Z");
        assertThat(ministry.organisation().removals())
                .as("a release is good for one pass")
                .containsOnlyKeys("bob");
    }

    @Test
    void nobody_is_handed_over_while_the_workflow_is_in_quarantine() {
        ministry.change("    review:", "    guard: {maxSelected: 1}\n    review:");
        bounced(Ministry.LEAVERS);
        ministry.dormant("carl", "carl@email.example").dormant("dora", "dora@email.example");
        assertThat(ministry.day("2023-06-15T09:00:00Z").status().quarantine()).isNotNull();
        assertThat(ministry.day("2023-06-16T09:00:00Z").count("superseded")).isZero();
        assertThat(ministry.organisation().removals()).isEmpty();
    }

    private void followedUp() {
        ministry.change("    operators:", "    followUp: [{after: 90d, do: github.remove-member}]\n    operators:");
        ministry.dormant("bob", "bob@email.example").begin();
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.day("2023-07-14T09:00:00Z").count("removed")).isEqualTo(1);
        assertThat(ministry.digests()).contains("Removed 1 account(s); 1 seat(s) are free.");
    }

    @Test
    void the_follow_up_takes_nothing_from_somebody_who_was_invited_back_and_uses_it() {
        followedUp();
        ministry.organisation().addMember("bob");
        ministry.active("bob").day("2023-09-20T09:00:00Z");
        assertThat(ministry.organisation().isMember("bob")).isTrue();
        assertThat(ending(ministry.only())).isEqualTo(Ending.RETURNED);
    }

    @Test
    void the_follow_up_takes_nothing_from_somebody_who_came_back_with_another_role_and_uses_it() {
        ministry.change("collaborators: false", "collaborators: true");
        ministry.change(
                "    operators:", "    followUp: [{after: 90d, do: github.remove-collaborator}]\n    operators:");
        ministry.dormant("bob", "bob@email.example").begin();
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.day("2023-07-14T09:00:00Z").count("removed")).isEqualTo(1);
        ministry.organisation().addCollaborator("bob", "forms", "push");
        ministry.organisation().addEvent("bob", "repo.create", Instant.parse("2023-09-19T09:00:00Z"));
        ministry.active("bob").day("2023-09-20T09:00:00Z");
        assertThat(ministry.organisation().isCollaborator("bob")).isTrue();
        assertThat(ending(ministry.only())).isEqualTo(Ending.RETURNED);
    }

    @Test
    void the_follow_up_ends_quietly_where_nobody_came_back() {
        followedUp();
        assertThat(ministry.day("2023-09-20T09:00:00Z").count("followed-up")).isEqualTo(1);
        assertThat(ending(ministry.only())).isEqualTo(Ending.REMOVED);
    }

    @Test
    void a_restore_during_the_follow_up_ends_it() {
        followedUp();
        ministry.site().desk(desk -> desk.restore("bob", "operator"));
        ministry.organisation().acceptInvitations("bob");
        ministry.active("bob").day("2023-07-15T12:00:00Z");
        assertThat(ministry.organisation().isMember("bob")).isTrue();
        assertThat(ministry.cases())
                .extracting(LeaversAndSeatsTest::ending)
                .containsExactly(Ending.CANCELLED, Ending.RESTORED);
        ministry.day("2023-09-20T09:00:00Z");
        assertThat(ministry.organisation().isMember("bob")).isTrue();
    }

    @Test
    void a_seat_is_free_only_when_the_person_has_left_every_organisation() {
        StandInOrganization second = ministry.addOrganisation("second");
        ministry.dormant("bob", "bob@email.example").dormant("alice", "alice@email.example");
        second.addMember("bob");
        second.addVerifiedEmail("bob", "bob@email.example");
        second.addEvent("bob", "repo.create", Instant.parse("2023-06-10T09:00:00Z"));
        ministry.begin();
        ministry.day("2023-06-14T09:00:00Z");
        second.addEvent("bob", "repo.create", Instant.parse("2023-07-13T09:00:00Z"));
        assertThat(ministry.day("2023-07-14T09:00:00Z").count("removed")).isEqualTo(2);
        assertThat(ministry.digests()).contains("Removed 2 account(s); 1 seat(s) are free.");
        assertThat(second.isMember("bob")).isTrue();
    }

    @Test
    void a_person_who_is_dormant_in_two_organisations_gets_one_message() {
        StandInOrganization second = ministry.addOrganisation("second");
        ministry.dormant("bob", "bob@email.example");
        second.addMember("bob");
        second.addVerifiedEmail("bob", "bob@email.example");
        ministry.begin();
        assertThat(ministry.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.personalisation())
                        .containsEntry("applications", "github/ministryofjustice, github/second"));
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.day("2023-07-14T09:00:00Z").count("removed")).isEqualTo(2);
        assertThat(ministry.mails(Ministry.REMOVED)).hasSize(1);
        assertThat(ministry.digests()).contains("Removed 2 account(s); 1 seat(s) are free.");
    }

    @Test
    void outside_collaborators_are_judged_and_removed_where_the_workflow_says_so() {
        ministry.change("collaborators: false", "collaborators: true")
                .change("holding: [org-member]", "holding: [outside-collaborator]")
                .change("github.remove-member", "github.remove-collaborator");
        ministry.dormant("bob", "bob@email.example");
        ministry.dormant("carol", "carol@email.example");
        ministry.organisation().removeByHand("carol");
        ministry.organisation().addCollaborator("carol", "forms", "push");
        ministry.begin();
        assertThat(ministry.only().login()).isEqualTo("carol");
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.day("2023-07-14T09:00:00Z").count("removed")).isEqualTo(1);
        assertThat(ministry.organisation().isCollaborator("carol")).isFalse();
        assertThat(ministry.organisation().isMember("bob")).isTrue();
    }

    @Test
    void who_was_removed_is_invited_back_and_restored_when_they_accept() {
        ministry.dormant("bob", "bob@email.example");
        ministry.organisation().addToTeam("writers", "bob", "maintainer");
        ministry.begin();
        ministry.day("2023-06-14T09:00:00Z");
        ministry.day("2023-07-14T09:00:00Z");
        assertThat(ministry.organisation().removals()).containsOnly(Map.entry("bob", 1));

        ministry.site().desk(desk -> desk.restore("Bob", "operator"));
        assertThat(ministry.organisation().invitations())
                .singleElement()
                .satisfies(invitation -> assertThat(invitation.role()).isEqualTo("reinstate"));
        ministry.organisation().acceptInvitations("bob");
        ministry.active("bob").day("2023-07-15T12:00:00Z");
        assertThat(ministry.organisation().isMember("bob")).isTrue();
        assertThat(ministry.organisation().teamRole("writers", "bob")).isEqualTo("maintainer");
        assertThat(ministry.cases())
                .extracting(LeaversAndSeatsTest::ending)
                .containsExactly(Ending.REMOVED, Ending.RESTORED);
        assertThatThrownBy(() -> ministry.site().desk(desk -> desk.restore("bob", "operator")))
                .hasMessageStartingWith("nothing was removed from 'bob' that could be given back");
        assertThat(ministry.site().desk(desk -> desk.verify("")).faults()).isEmpty();
    }

    @Test
    void an_exemption_that_has_expired_protects_for_one_more_window_and_one_that_matches_nobody_is_told() {
        ministry.change("exempt: {accounts: []}", "exempt: {until: {bob: 2023-06-30, nobody: 2027-01-01}}");
        ministry.dormant("bob", "bob@email.example").begin();
        assertThat(ministry.cases()).isEmpty();
        assertThat(ministry.digests()).contains("Exemptions that match nobody any more: nobody (until 2027-01-01)");
        assertThat(ministry.day("2023-06-30T20:00:00Z").count("opened")).isZero();
        assertThat(ministry.day("2023-07-15T09:00:00Z").count("opened"))
                .as("the end of an exemption begins the time anew")
                .isZero();
        assertThat(ministry.day("2023-10-15T09:00:00Z").count("announced")).isEqualTo(1);
    }

    private static @org.jspecify.annotations.Nullable Ending ending(Case one) {
        return one.state() instanceof Ended ended ? ended.ending() : null;
    }
}
