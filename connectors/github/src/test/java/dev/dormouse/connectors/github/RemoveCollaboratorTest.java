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
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RemoveCollaboratorTest extends GitHubTestCase {

    private final Action action = action("github.remove-collaborator");
    private final StandInUser carol = acme.addCollaborator("carol", "site", "push");

    @Test
    void what_a_collaborator_holds_is_read_over_all_pages_of_repositories() {
        for (int i = 0; i < 250; i++) {
            acme.addRepository("repo-" + i);
        }
        acme.addCollaborator("carol", "last", "admin");
        acme.addCollaborator("carola", "site", "admin");

        Access access = Objects.requireNonNull(action.fetchAccess(ref(carol)));

        assertThat(access.remoteId()).isEqualTo(Long.toString(carol.id()));
        assertThat(access.held())
                .containsExactly(
                        new Access.Held("repository:acme/site", "push"),
                        new Access.Held("repository:acme/last", "admin"));
        assertThat(sent("POST")).isEqualTo(3);
    }

    @Test
    void a_repository_that_hides_its_collaborators_makes_the_access_unreadable() {
        answerAlways(
                call("POST", "/graphql"),
                Reply.json(
                        200,
                        "{\"data\":{\"organization\":{\"repositories\":{\"nodes\":[{\"nameWithOwner\":\"acme/x\","
                                + "\"collaborators\":null}],\"pageInfo\":{\"hasNextPage\":false}}}}}"));

        assertThatThrownBy(() -> action.fetchAccess(ref(carol)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith("POST /graphql failed: GitHub shows no collaborators to this token");
    }

    @Test
    void a_collaborator_is_removed_once_from_all_repositories() {
        acme.addCollaborator("carol", "docs", "pull");

        assertThat(action.perform(ref(carol)))
                .isEqualTo(new Outcome.Changed("removed outside collaborator carol (id " + carol.id()
                        + ") of acme; GitHub keeps the former settings until 2024-09-17T12:00:00Z"));
        assertThat(action.perform(ref(carol)))
                .isEqualTo(new Outcome.AlreadySo("github/acme:carol is no outside collaborator of acme"));
        assertThat(acme.isCollaborator("carol")).isFalse();
        assertThat(acme.removals()).isEqualTo(Map.of("carol", 1));
    }

    @Test
    void a_member_is_skipped() {
        StandInUser bob = acme.addMember("bob");

        assertThat(action.perform(ref(bob)))
                .isEqualTo(new Outcome.Skipped("github/acme:bob is a member of acme, not an outside collaborator;"
                        + " github.remove-member removes members"));
        assertThat(acme.removals()).isEmpty();
    }

    @Test
    void a_login_that_belongs_to_another_person_now_is_not_removed() {
        AccountRef before = ref(carol);
        gitHub.rename("carol", "caroline");
        acme.addCollaborator("carol", "site", "push");

        assertThat(action.perform(before)).isInstanceOf(Outcome.Changed.class);
        assertThat(acme.isCollaborator("carol")).isTrue();
        assertThat(acme.isCollaborator("caroline")).isFalse();
    }

    @Test
    void remove_finds_out_which_of_the_two_an_account_is() {
        acme.addOwner("boss");
        StandInUser bob = acme.addMember("bob");
        Action either = action("github.remove");

        assertThat(either.perform(ref(bob)).detail()).startsWith("removed member bob");
        assertThat(either.perform(ref(carol)).detail()).startsWith("removed outside collaborator carol");
        assertThat(either.perform(ref(carol)))
                .isEqualTo(new Outcome.AlreadySo("github/acme:carol is no member or outside collaborator of acme"));
        assertThat(either.fetchAccess(ref(carol))).isNull();
        assertThat(acme.removals()).isEqualTo(Map.of("bob", 1, "carol", 1));
    }

    @Test
    void a_collaborator_without_a_known_id_is_found_by_login_in_any_spelling() {
        assertThat(action.perform(new AccountRef("github/acme", "CAROL", null))).isInstanceOf(Outcome.Changed.class);
    }
}
