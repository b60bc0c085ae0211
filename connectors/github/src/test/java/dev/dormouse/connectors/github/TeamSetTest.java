package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamSetTest extends GitHubTestCase {

    private static final String MEMBERS = "/orgs/acme/teams/dormant/members";
    private static final String ANN = "/orgs/acme/teams/dormant/memberships/ann";
    private static final String BOB = "/orgs/acme/teams/dormant/memberships/bob";

    @BeforeEach
    void a_team_with_bob_and_carl_and_ann_beside_it() {
        acme.addOwner("boss");
        List.of("ann", "bob", "carl").forEach(acme::addMember);
        acme.addToTeam("dormant", "bob", "member");
        acme.addToTeam("dormant", "carl", "member");
    }

    @Test
    void the_members_of_a_team_are_read_page_by_page() {
        List<String> many =
                IntStream.range(0, 230).mapToObj(number -> "user-" + number).toList();
        many.forEach(login -> acme.addToTeam("crowd", acme.addMember(login).login(), "member"));

        assertThat(connector.members("crowd")).containsExactlyElementsOf(many);
        assertThat(sent("GET")).isEqualTo(3);
    }

    @Test
    void a_page_that_cannot_be_read_is_no_short_team() {
        answerAlways(call("GET", MEMBERS), Reply.json(502, "{}"));

        assertThatThrownBy(() -> connector.members("dormant"))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.code()).isEqualTo(GitHubErrorCode.SERVER_ERROR));
    }

    @Test
    void a_team_that_the_token_cannot_see_is_not_taken_for_an_empty_one() {
        assertThatThrownBy(() -> connector.members("sleepers"))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("GET /orgs/acme/teams/sleepers/members failed: there is no team sleepers in acme that the"
                        + " token can see; make it on GitHub, or write the slug of another in 'output'");
    }

    @Test
    void who_is_in_the_team_by_a_child_team_alone_is_none_of_its_members() {
        acme.addToTeam("dormant-eu", "ann", "member");
        acme.nest("dormant-eu", "dormant");

        assertThat(connector.members("dormant")).containsExactly("bob", "carl");
        assertThat(connector.replace("dormant", List.of("bob"))).isEmpty();
        assertThat(acme.teamRole("dormant-eu", "ann")).isEqualTo("member");
    }

    @Test
    void who_is_new_comes_in_and_who_is_missing_leaves_and_nobody_else_is_touched() {
        assertThat(connector.replace("dormant", List.of("Ann", "CARL"))).isEmpty();

        assertThat(connector.members("dormant")).containsExactly("carl", "ann");
        assertThat(acme.teamRole("dormant", "ann")).isEqualTo("member");
        assertThat(sent("PUT")).isEqualTo(1);
        assertThat(sent("DELETE")).isEqualTo(1);
        assertThat(acme.isMember("bob")).as("of the organisation").isTrue();
    }

    @Test
    void a_team_that_is_already_so_is_only_read() {
        assertThat(connector.replace("dormant", List.of("carl", "bob"))).isEmpty();

        assertThat(sent("GET")).isEqualTo(gitHub.server().requests().size());
    }

    @Test
    void an_empty_team_can_be_filled_and_emptied() {
        acme.addTeam("fresh");

        connector.replace("fresh", List.of("ann"));
        assertThat(connector.members("fresh")).containsExactly("ann");
        connector.replace("fresh", List.of());
        assertThat(connector.members("fresh")).isEmpty();
    }

    @Test
    void a_maintainer_leaves_like_everybody_and_it_is_told() {
        acme.addToTeam("dormant", "bob", "maintainer");

        assertThat(connector.replace("dormant", List.of("carl")))
                .containsExactly("no maintainers of the team dormant any more: bob");
        assertThat(acme.teamRole("dormant", "bob")).isNull();
    }

    @Test
    void nobody_is_invited_to_the_organisation_by_a_team() {
        acme.addCollaborator("dora", "site", "push");
        acme.inviteByHand("eve");

        assertThatThrownBy(() -> connector.replace("dormant", List.of("ann", "dora", "eve")))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("the team dormant was left as it is: dora, eve would be invited to acme, being no members"
                        + " of it; write 'holding: [org-member]' in 'select'");
        assertThat(sent("PUT") + sent("DELETE")).isZero();
    }

    @Test
    void what_github_confirmed_and_did_not_do_is_found_by_reading_again() {
        answerAlways(call("DELETE", BOB), Reply.empty(204));

        assertThatThrownBy(() -> connector.replace("dormant", List.of("ann", "carl")))
                .isInstanceOfSatisfying(ConnectorException.class, e -> {
                    assertThat(e.code()).isEqualTo(GitHubErrorCode.NOT_AS_ASKED);
                    assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable());
                })
                .hasMessage("the team dormant is not yet as it was to be; still in it, perhaps by a child team: bob;"
                        + " the next pass goes on from there");
        assertThat(acme.teamRole("dormant", "ann")).isEqualTo("member");
    }

    @Test
    void an_answer_that_was_lost_is_settled_by_reading_and_nothing_is_sent_twice() {
        answerAlways(call("PUT", ANN), BROKEN);

        assertThatThrownBy(() -> connector.replace("dormant", List.of("ann", "bob", "carl")))
                .hasMessageContaining("the team dormant is not yet as it was to be (PUT " + ANN)
                .hasMessageContaining("; not in it: ann; the next pass goes on from there");
        assertThat(sent("PUT")).isEqualTo(1);
    }

    @Test
    void a_change_that_was_made_although_its_answer_was_lost_is_done() {
        gitHub.server().intercept(request -> {
            if (!call("PUT", ANN).test(request)) {
                return null;
            }
            acme.addToTeam("dormant", "ann", "member");
            return BROKEN;
        });

        assertThat(connector.replace("dormant", List.of("ann", "bob", "carl"))).isEmpty();
        assertThat(sent("PUT")).isEqualTo(1);
    }

    @Test
    void a_rate_limit_stops_the_work_and_the_next_call_goes_on_from_there() {
        List<String> wanted = new ArrayList<>(List.of("ann"));
        IntStream.range(0, 5)
                .forEach(number -> wanted.add(acme.addMember("user-" + number).login()));
        answerOnce(
                call("PUT", "/orgs/acme/teams/dormant/memberships/user-2"),
                1,
                Reply.json(429, "{\"message\":\"secondary rate limit\"}").header("Retry-After", "60"));

        assertThatThrownBy(() -> connector.replace("dormant", wanted))
                .hasMessageContaining("GitHub's rate limit is used up");
        assertThat(connector.replace("dormant", wanted)).isEmpty();

        assertThat(connector.members("dormant")).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(sent("PUT")).as("three, the refused one, and three").isEqualTo(7);
    }

    @Test
    void a_team_that_follows_an_identity_provider_says_so() {
        answerAlways(call("DELETE", BOB), Reply.json(403, "{\"message\":\"This team is externally synchronized\"}"));

        assertThatThrownBy(() -> connector.replace("dormant", List.of("carl")))
                .hasMessage("the team dormant follows a group of the identity provider; bob must be taken out of that"
                        + " group");
        assertThat(acme.teamRole("dormant", "bob")).isEqualTo("member");
    }
}
