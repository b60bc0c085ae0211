package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.github.StandInUser;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.Action;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveMemberTest extends GitHubTestCase {

    private final Action action = action("github.remove-member");
    private StandInUser bob = gitHub.user("bob");

    @BeforeEach
    void an_organisation_with_an_owner_and_bob() {
        acme.addOwner("boss");
        gitHub.tokenBelongsTo("boss");
        bob = acme.addMember("bob");
        acme.addToTeam("platform", "bob", "maintainer");
        acme.addToTeam("docs", "bob", "member");
        acme.addToTeam("secret", "boss", "maintainer");
    }

    @Test
    void what_a_member_holds_is_read_with_role_and_teams() {
        assertThat(action.fetchAccess(ref(bob)))
                .isEqualTo(new Access(
                        ref(bob),
                        Long.toString(bob.id()),
                        clock.instant(),
                        List.of(
                                new Access.Held("org-member", "member"),
                                new Access.Held("team:platform", "maintainer"),
                                new Access.Held("team:docs", "member")),
                        clock.instant().plus(Duration.ofDays(90))));
    }

    @Test
    void nobody_there_has_no_access() {
        assertThat(action.fetchAccess(new AccountRef("github/acme", "nobody", null)))
                .isNull();
    }

    @Test
    void access_that_cannot_be_read_whole_is_an_error() {
        answerAlways(call("POST", "/graphql"), Reply.json(200, "{\"data\":{\"organization\":{\"teams\":null}}}"));

        assertThatThrownBy(() -> action.fetchAccess(ref(bob)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith("POST /graphql failed: GitHub shows no organization.teams to this token");
    }

    @Test
    void a_member_is_removed_once_and_the_removal_is_read_back() {
        Outcome outcome = action.perform(ref(bob));

        assertThat(outcome)
                .isEqualTo(new Outcome.Changed("removed member bob (id " + bob.id()
                        + ") of acme; GitHub keeps the former settings until 2024-09-17T12:00:00Z"));
        assertThat(acme.isMember("bob")).isFalse();
        assertThat(acme.removals()).isEqualTo(Map.of("bob", 1));
        assertThat(gitHub.server().requests().getLast().method()).isEqualTo("GET");
    }

    @Test
    void a_missing_user_is_an_idempotent_success() {
        action.perform(ref(bob));

        assertThat(action.perform(ref(bob))).isEqualTo(new Outcome.AlreadySo("github/acme:bob is no member of acme"));
        assertThat(acme.removals()).isEqualTo(Map.of("bob", 1));
    }

    @Test
    void two_organisations_are_kept_apart() {
        gitHub.organization("acme-data").addMember("bob");

        action.perform(ref(bob));

        assertThat(gitHub.organization("acme-data").isMember("bob")).isTrue();
    }

    @Test
    void a_login_that_belongs_to_another_person_now_is_not_removed() {
        AccountRef before = ref(bob);
        gitHub.rename("bob", "robert");
        StandInUser newBob = acme.addMember("bob");

        Outcome outcome = action.perform(before);

        assertThat(outcome.detail()).startsWith("removed member robert (id " + bob.id() + "), formerly bob of acme");
        assertThat(acme.isMember("bob")).isTrue();
        assertThat(acme.isMember("robert")).isFalse();
        assertThat(acme.removals()).isEqualTo(Map.of("robert", 1));
        assertThat(newBob.id()).isNotEqualTo(bob.id());
    }

    @Test
    void a_former_login_whose_person_deleted_the_account_is_not_removed() {
        AccountRef before = ref(bob);
        acme.removeByHand("bob");
        gitHub.delete("bob");
        acme.addMember("bob");

        assertThat(action.perform(before)).isInstanceOf(Outcome.AlreadySo.class);
        assertThat(acme.isMember("bob")).isTrue();
        assertThat(acme.removals()).isEmpty();
    }

    @Test
    void a_membership_that_remains_through_an_enterprise_team_needs_a_person() {
        StandInUser eve = acme.addMemberThroughEnterpriseTeam("eve", "ent:everyone", "ent:sales");

        Outcome first = action.perform(ref(eve));
        Outcome second = action.perform(ref(eve));

        assertThat(first)
                .isEqualTo(new Outcome.NeedsPerson("eve (id " + eve.id()
                        + ") is a member of acme through the enterprise teams ent:everyone, ent:sales; the direct"
                        + " membership was removed, an owner of the enterprise must take them out there"));
        assertThat(second.detail()).contains("nothing was removed");
        assertThat(acme.removals()).isEqualTo(Map.of("eve", 1));
    }

    @Test
    void the_last_owner_needs_a_person() {
        gitHub.tokenBelongsTo("somebody-else");

        Outcome outcome = action.perform(ref(gitHub.user("boss")));

        assertThat(outcome).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(outcome.detail()).contains("the last owner of acme cannot leave it; make somebody else owner first");
        assertThat(acme.removals()).isEmpty();
    }

    @Test
    void the_user_of_the_token_needs_a_person() {
        acme.addOwner("second");

        Outcome outcome = action.perform(ref(gitHub.user("boss")));

        assertThat(outcome).isInstanceOf(Outcome.NeedsPerson.class);
        assertThat(outcome.detail()).contains("the token that Dormouse uses is theirs");
        assertThat(acme.removals()).isEmpty();
    }

    @Test
    void a_second_owner_is_removed() {
        StandInUser second = acme.addOwner("second");

        assertThat(action.perform(ref(second))).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void what_github_refuses_is_failed_with_its_words() {
        answerAlways(
                call("DELETE", "/orgs/acme/members/bob"),
                Reply.json(422, "{\"message\":\"Validation Failed\",\"errors\":[{\"message\":\"not now\"}]}"));

        assertThat(action.perform(ref(bob)))
                .isEqualTo(new Outcome.Failed(
                        "DELETE /orgs/acme/members/bob failed: 422 Validation Failed; not now",
                        "REFUSED",
                        new Reaction.Invalid()));
    }

    @Test
    void a_missing_permission_is_failed_and_named() {
        answerAlways(call("DELETE", "/orgs/acme/members/bob"), Reply.json(403, "{\"message\":\"Forbidden\"}"));

        Outcome outcome = action.perform(ref(bob));

        assertThat(outcome)
                .isEqualTo(new Outcome.Failed(
                        "DELETE /orgs/acme/members/bob failed: the token may not do this (403 Forbidden); it needs"
                                + " admin:org, from an owner of the organisation",
                        "PERMISSION_MISSING",
                        new Reaction.Forbidden()));
    }

    @Test
    void a_rate_limit_on_the_removal_is_never_waited_out_here() {
        patience.allow(5);
        answerAlways(
                call("DELETE", "/orgs/acme/members/bob"),
                Reply.json(403, "{\"message\":\"secondary rate limit\"}").header("Retry-After", "40"));

        assertThat(action.perform(ref(bob)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reaction())
                                .isEqualTo(new Reaction.RetryAfter(Duration.ofSeconds(40))));
        assertThat(sent("DELETE")).isEqualTo(1);
    }

    @Test
    void asynchronous_removal_is_pending_until_it_is_read_back() {
        answerAlways(call("DELETE", "/orgs/acme/members/bob"), Reply.json(202, "{}"));

        Outcome outcome = action.perform(ref(bob));

        assertThat(outcome)
                .isEqualTo(new Outcome.Pending(
                        "GitHub has taken the removal of member bob (id " + bob.id()
                                + ") of acme and works on it; GitHub keeps the former settings until"
                                + " 2024-09-17T12:00:00Z",
                        Long.toString(bob.id()),
                        clock.instant().plus(Duration.ofMinutes(10))));
    }

    @Test
    void a_removal_whose_answer_was_lost_is_confirmed_by_reading() {
        gitHub.server().intercept(request -> {
            if (!request.method().equals("DELETE")) {
                return null;
            }
            acme.removeByHand("bob");
            return BROKEN;
        });

        Outcome outcome = action.perform(ref(bob));

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThat(outcome.detail()).contains("read back after: DELETE /orgs/acme/members/bob failed: 127.0.0.1:");
        assertThat(sent("DELETE")).isEqualTo(1);
    }

    @Test
    void a_removal_without_answer_and_without_effect_is_uncertain_and_not_sent_again() {
        patience.allow(5);
        answerAlways(request -> request.method().equals("DELETE"), BROKEN);

        Outcome outcome = action.perform(ref(bob));

        assertThat(outcome).isInstanceOf(Outcome.Uncertain.class);
        assertThat(outcome.detail())
                .startsWith("member bob (id " + bob.id() + ") of acme is still there (DELETE")
                .endsWith("it must be read again before anything else is done");
        assertThat(sent("DELETE")).isEqualTo(1);
    }

    @Test
    void a_removal_that_cannot_be_read_back_is_uncertain() {
        boolean[] deleted = {false};
        gitHub.server().intercept(request -> {
            if (request.method().equals("DELETE")) {
                deleted[0] = true;
                return Reply.json(502, "<html>");
            }
            return deleted[0] ? Reply.json(503, "{\"message\":\"down\"}") : null;
        });

        Outcome outcome = action.perform(ref(bob));

        assertThat(outcome).isInstanceOf(Outcome.Uncertain.class);
        assertThat(outcome.detail()).contains("it could not be read back, GET /orgs/acme/memberships/bob failed: 503");
        assertThat(sent("DELETE")).isEqualTo(1);
    }

    @Test
    void a_confirmed_removal_that_shows_no_effect_is_uncertain() {
        answerAlways(request -> request.method().equals("DELETE"), Reply.empty(204));

        assertThat(action.perform(ref(bob)).detail())
                .isEqualTo("member bob (id " + bob.id() + ") of acme is still there although GitHub confirmed the"
                        + " removal; it must be read again before anything else is done");
    }

    @Test
    void nothing_is_removed_when_the_present_state_cannot_be_read() {
        answerAlways(call("GET", "/orgs/acme/memberships/bob"), Reply.json(500, "{}"));

        assertThat(action.perform(ref(bob)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reaction()).isEqualTo(new Reaction.Unavailable()));
        assertThat(sent("DELETE")).isZero();
    }

    @Test
    void an_unreachable_server_is_failed_and_may_be_tried_again() {
        gitHub.close();

        assertThat(action.perform(ref(bob))).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("UNREACHABLE");
            assertThat(failed.detail()).contains("cannot be reached").doesNotContain(TOKEN);
        });
    }

    @Test
    void an_open_invitation_is_no_membership() {
        action.perform(ref(bob));
        connector.restore(snapshot());

        assertThat(action.fetchAccess(ref(bob))).isNull();
        assertThat(action.perform(ref(bob))).isInstanceOf(Outcome.AlreadySo.class);
    }

    private Access snapshot() {
        return new Access(
                ref(bob),
                Long.toString(bob.id()),
                clock.instant(),
                List.of(new Access.Held("org-member", "member")),
                clock.instant().plus(Duration.ofDays(90)));
    }
}
