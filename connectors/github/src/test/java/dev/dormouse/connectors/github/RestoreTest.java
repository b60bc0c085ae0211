package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.github.StandInInvitation;
import dev.dormouse.sandbox.github.StandInUser;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestoreTest extends GitHubTestCase {

    private static final String INVITATIONS = "/orgs/acme/invitations";

    private StandInUser bob = gitHub.user("bob");

    @BeforeEach
    void an_organisation_with_an_owner_and_bob() {
        acme.addOwner("boss");
        gitHub.tokenBelongsTo("boss");
        bob = acme.addOwner("bob");
        acme.addToTeam("platform", "bob", "maintainer");
        acme.addToTeam("docs", "bob", "member");
    }

    @Test
    void a_removed_member_is_invited_to_be_reinstated_and_has_everything_after_accepting() {
        Access access = remove("bob");

        Outcome first = connector.restore(access);
        Outcome second = connector.restore(access);
        acme.acceptInvitations("bob");
        Outcome third = connector.restore(access);

        StandInInvitation sent = new StandInInvitation(
                Long.parseLong(((Outcome.Pending) first).remoteId()), bob, "reinstate", List.of(), clock.instant());
        assertThat(first)
                .isEqualTo(new Outcome.Pending(
                        "the invitation " + sent.id() + " of bob (id " + bob.id() + ") to acme waits for acceptance;"
                                + " GitHub keeps the former settings until 2024-09-17T12:00:00Z",
                        Long.toString(sent.id()),
                        clock.instant().plus(Duration.ofDays(1))));
        assertThat(second.detail()).startsWith("an invitation " + sent.id() + " of bob");
        assertThat(third)
                .isEqualTo(new Outcome.AlreadySo(
                        "bob (id " + bob.id() + ") is a member of acme with everything held before"));
        assertThat(acme.role("bob")).isEqualTo("admin");
        assertThat(acme.teamRole("platform", "bob")).isEqualTo("maintainer");
    }

    @Test
    void after_ninety_days_role_and_teams_come_from_what_was_kept() {
        Access access = remove("bob");
        acme.removeTeam("docs");
        clock.advance(Duration.ofDays(91));

        Outcome outcome = connector.restore(access);

        assertThat(acme.invitations()).singleElement().satisfies(invitation -> {
            assertThat(invitation.role()).isEqualTo("admin");
            assertThat(invitation.teamIds()).hasSize(1);
        });
        assertThat(outcome.detail()).contains("GitHub kept the former settings until 2024-09-17T12:00:00Z only");

        acme.acceptInvitations("bob");
        assertThat(connector.restore(access).detail())
                .isEqualTo(
                        "bob (id " + bob.id() + ") is a member of acme again; given back: team platform (maintainer);"
                                + " these teams are gone: docs");
        assertThat(acme.teamRole("platform", "bob")).isEqualTo("maintainer");
    }

    @Test
    void somebody_who_came_back_otherwise_gets_what_is_missing() {
        Access access = remove("bob");
        acme.addMember("bob");
        acme.addToTeam("docs", "bob", "maintainer");

        assertThat(connector.restore(access))
                .isEqualTo(new Outcome.Changed("bob (id " + bob.id()
                        + ") is a member of acme again; given back: role admin, team platform (maintainer)"));
        assertThat(connector.restore(access)).isInstanceOf(Outcome.AlreadySo.class);
        assertThat(acme.role("bob")).isEqualTo("admin");
        assertThat(acme.teamRole("docs", "bob")).isEqualTo("maintainer");
    }

    @Test
    void a_person_who_changed_the_login_is_invited_by_the_numeric_id() {
        Access access = remove("bob");
        gitHub.rename("bob", "robert");
        gitHub.user("bob");

        assertThat(connector.restore(access).detail()).contains("of robert (id " + bob.id() + ")");
        assertThat(acme.invitations()).extracting(StandInInvitation::invitee).containsExactly(bob);
    }

    @Test
    void an_invitation_that_ran_out_is_sent_anew() {
        Access access = remove("bob");
        connector.restore(access);
        acme.expireInvitations();

        assertThat(connector.restore(access).detail()).startsWith("the invitation ");
        assertThat(acme.invitations()).hasSize(1);
    }

    @Test
    void an_invitation_whose_answer_was_lost_is_found_and_not_sent_again() {
        Access access = remove("bob");
        gitHub.server().intercept(request -> {
            if (!call("POST", INVITATIONS).test(request)) {
                return null;
            }
            acme.inviteByHand("bob");
            return BROKEN;
        });

        assertThat(connector.restore(access).detail())
                .startsWith("the invitation ")
                .contains("waits for acceptance");
        assertThat(acme.invitations()).hasSize(1);
        assertThat(gitHub.server().requests().stream().filter(call("POST", INVITATIONS)))
                .hasSize(1);
    }

    @Test
    void an_invitation_without_answer_that_is_not_found_is_uncertain() {
        Access access = remove("bob");
        patience.allow(5);
        answerAlways(call("POST", INVITATIONS), BROKEN);

        Outcome lost = connector.restore(access);

        assertThat(lost).isInstanceOf(Outcome.Uncertain.class);
        assertThat(lost.detail()).startsWith("no invitation of bob is open after: POST /orgs/acme/invitations failed");
        assertThat(gitHub.server().requests().stream().filter(call("POST", INVITATIONS)))
                .hasSize(1);
    }

    @Test
    void an_account_that_github_does_not_have_any_more_is_gone() {
        Access access = remove("bob");
        gitHub.delete("bob");

        assertThat(connector.restore(access))
                .isEqualTo(new Outcome.Failed(
                        "github/acme:bob cannot be invited: GitHub has no account with the id " + bob.id()
                                + " any more",
                        "NOT_FOUND",
                        new Reaction.Gone()));
    }

    @Test
    void without_a_numeric_id_nobody_is_invited() {
        Access access = new Access(
                new AccountRef("github/acme", "bob", null),
                null,
                clock.instant(),
                List.of(new Access.Held("org-member", "member")),
                null);

        assertThat(connector.restore(access))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.detail()).contains("no numeric id was kept"));
        assertThat(gitHub.server().requests()).isEmpty();
    }

    @Test
    void what_github_refuses_is_failed_with_its_words() {
        Access access = remove("bob");
        answerAlways(
                call("POST", INVITATIONS), Reply.json(422, "{\"message\":\"Over invitation rate limit, no seats\"}"));

        assertThat(connector.restore(access))
                .isEqualTo(new Outcome.Failed(
                        "POST /orgs/acme/invitations failed: 422 Over invitation rate limit, no seats",
                        "REFUSED",
                        new Reaction.Invalid()));
    }

    @Test
    void a_team_that_follows_an_identity_provider_says_so() {
        Access access = remove("bob");
        acme.addOwner("bob");
        answerAlways(
                call("PUT", "/orgs/acme/teams/platform/memberships/bob"),
                Reply.json(403, "{\"message\":\"This team is externally synchronized\"}"));

        assertThat(connector.restore(access).detail())
                .isEqualTo("the team platform follows a group of the identity provider; bob (id " + bob.id()
                        + ") must be put into that group");
    }

    @Test
    void a_collaborator_is_invited_to_each_repository_and_has_them_after_accepting() {
        StandInUser carol = acme.addCollaborator("carol", "site", "push");
        acme.addCollaborator("carol", "docs", "pull");
        Access access = remove("carol");

        Outcome first = connector.restore(access);
        Outcome second = connector.restore(access);
        acme.acceptInvitations("carol");
        Outcome third = connector.restore(access);

        assertThat(first).isInstanceOf(Outcome.Pending.class).isEqualTo(second);
        assertThat(first.detail())
                .isEqualTo(
                        "the invitations of carol (id " + carol.id() + ") to acme/site, acme/docs wait for acceptance");
        assertThat(third)
                .isEqualTo(new Outcome.AlreadySo(
                        "carol (id " + carol.id() + ") has every repository that was held before"));
        assertThat(sent("PUT")).isEqualTo(2);
        assertThat(Objects.requireNonNull(action("github.remove").fetchAccess(ref(carol)))
                        .held())
                .isEqualTo(access.held());
    }

    private Access remove(String login) {
        AccountRef account = ref(gitHub.user(login));
        Access access = Objects.requireNonNull(action("github.remove").fetchAccess(account));
        assertThat(action("github.remove").perform(account)).isInstanceOf(Outcome.Changed.class);
        return access;
    }
}
