package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AccountListingTest extends GitHubTestCase {

    private static final Predicate<Request> MEMBERS = request ->
            request.path().equals("/orgs/acme/members") && !request.query().containsKey("role");

    @Test
    void members_owners_and_collaborators_are_listed_with_their_entitlements() {
        long alice = acme.addOwner("Alice").id();
        acme.addMember("bob");
        acme.addMember("ci[bot]");
        acme.addCollaborator("carol", "site", "push");

        List<AccountRecord> accounts = list(connector);

        assertThat(accounts).extracting(AccountRecord::login).containsExactly("Alice", "bob", "ci[bot]", "carol");
        assertThat(accounts)
                .extracting(AccountRecord::holds)
                .containsExactly(
                        List.of("org-member", "org-owner"),
                        List.of("org-member"),
                        List.of("org-member"),
                        List.of("outside-collaborator"));
        assertThat(accounts.getFirst().remoteId()).isEqualTo(Long.toString(alice));
        assertThat(accounts)
                .extracting(AccountRecord::kind)
                .containsExactly(AccountKind.HUMAN, AccountKind.HUMAN, AccountKind.SERVICE, AccountKind.HUMAN);
    }

    @Test
    void the_list_is_as_of_the_instant_at_which_reading_began() {
        acme.addMember("bob");
        gitHub.server().intercept(request -> {
            clock.advance(Duration.ofMinutes(1));
            return null;
        });

        assertThat(connector.listAccounts(account -> {}).asOf()).isEqualTo(Instant.parse("2024-06-19T12:00:00Z"));
    }

    @Test
    void two_thousand_and_fifty_members_come_in_twenty_one_pages() {
        addMembers(2050);

        assertThat(list(connector)).hasSize(2050).doesNotHaveDuplicates();
        assertThat(gitHub.server().requests().stream().filter(MEMBERS))
                .hasSize(21)
                .allSatisfy(request -> assertThat(request.query("per_page", "")).isEqualTo("100"));
    }

    @Test
    void a_failing_page_fails_the_listing() {
        addMembers(1000);
        answerAlways(MEMBERS.and(request -> request.query("page", "1").equals("7")), Reply.json(502, "<html>"));

        assertThatThrownBy(() -> list(connector))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.reaction()).isEqualTo(new Reaction.Unavailable()))
                .hasMessage("GET /orgs/acme/members failed: 502 without a readable message; try again later");
    }

    @Test
    void a_failing_page_is_read_again_and_nobody_is_lost_or_doubled() {
        addMembers(1000);
        patience.allow(1);
        answerOnce(MEMBERS, 7, Reply.json(500, "{}"));

        assertThat(list(connector)).hasSize(1000).doesNotHaveDuplicates();
        assertThat(patience.waits()).hasSize(1);
    }

    @Test
    void a_page_that_is_cut_off_fails_the_listing() {
        addMembers(300);
        answerOnce(MEMBERS, 2, Reply.json(200, "[{\"login\":\"user-101\",\"id\":11"));

        assertThatThrownBy(() -> list(connector))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith("GET /orgs/acme/members failed: the answer cannot be read (")
                .hasMessageEndingWith("); try again later");
    }

    @Test
    void an_empty_page_in_the_middle_does_not_end_the_list() {
        addMembers(300);
        answerOnce(
                MEMBERS,
                2,
                Reply.json(200, "[]").header("Link", "<" + gitHub.uri() + "/orgs/acme/members?page=3>; rel=\"next\""));

        assertThatThrownBy(() -> list(connector))
                .isInstanceOf(ConnectorException.class)
                .hasMessage(
                        "GET /orgs/acme/members failed: the answer cannot be read (an empty page that is not the last"
                                + " one); try again later");
    }

    @Test
    void a_broken_connection_is_left_to_patience_and_not_repeated_by_the_library() {
        addMembers(10);
        answerAlways(MEMBERS, BROKEN);

        assertThatThrownBy(() -> list(connector))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("GET /orgs/acme/members failed: 127.0.0.1:")
                .hasMessageContaining("did not answer to the end");
        assertThat(gitHub.server().requests().stream().filter(MEMBERS)).hasSize(1);
    }

    @Test
    void a_rate_limit_is_waited_out_where_patience_allows() {
        addMembers(150);
        patience.allow(1);
        answerOnce(
                MEMBERS,
                2,
                Reply.json(403, "{\"message\":\"API rate limit exceeded\"}")
                        .header("X-RateLimit-Remaining", "0")
                        .header(
                                "X-RateLimit-Reset",
                                Long.toString(clock.instant().getEpochSecond() + 90)));

        assertThat(list(connector)).hasSize(150);
        assertThat(patience.waits()).containsExactly(Duration.ofSeconds(90));
    }

    @Test
    void collaborators_are_left_out_where_the_settings_say_so() {
        acme.addMember("bob");
        acme.addCollaborator("carol", "site", "push");

        assertThat(list(connect(Map.of("collaborators", "false"))))
                .extracting(AccountRecord::login)
                .containsExactly("bob");
    }

    @Test
    void two_organisations_are_kept_apart() {
        acme.addMember("bob");
        gitHub.organization("acme-data").addMember("dora");

        assertThat(list(connect(Map.of("organization", "acme-data"))))
                .extracting(AccountRecord::login)
                .containsExactly("dora");
        assertThat(list(connector)).extracting(AccountRecord::login).containsExactly("bob");
    }

    @Test
    void an_unknown_organisation_is_a_fault_of_the_settings() {
        assertThatThrownBy(() -> list(connect(Map.of("organization", "nobody"))))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.reaction()).isEqualTo(new Reaction.Invalid()))
                .hasMessage("GET /orgs/nobody failed: there is no such organisation, or the token cannot see it; check"
                        + " the setting organization");
    }

    @Test
    void a_refused_token_is_forbidden_and_never_printed() {
        assertThatThrownBy(() -> list(connect(Map.of("token", "ghp_other"))))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden()))
                .hasMessageContaining("GitHub does not accept the token (401 Bad credentials)")
                .hasMessageContaining("put a valid one in the setting token")
                .hasMessageNotContaining("ghp_other");
    }

    @Test
    void a_missing_permission_is_named() {
        answerAlways(MEMBERS, Reply.json(403, "{\"message\":\"Must have admin rights\"}"));

        assertThatThrownBy(() -> list(connector))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden()))
                .hasMessage("GET /orgs/acme/members failed: the token may not do this (403 Must have admin rights); it"
                        + " needs read:org, from an owner of the organisation");
    }

    private void addMembers(int count) {
        for (int i = 0; i < count; i++) {
            acme.addMember("user-" + i);
        }
    }

    private static List<AccountRecord> list(GitHubConnector from) {
        List<AccountRecord> accounts = new ArrayList<>();
        from.listAccounts(accounts::add);
        return accounts;
    }
}
