package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.github.StandInUser;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AddressesTest extends GitHubTestCase {

    @Test
    void the_first_address_of_a_verified_domain_is_found() {
        StandInUser bob = acme.addMember("bob");
        acme.addVerifiedEmail("bob", "bob@acme.example");
        acme.addVerifiedEmail("bob", "robert@acme.example");

        assertThat(connector.fetchAddress(ref(bob))).isEqualTo("bob@acme.example");
        assertThat(connector.fetchAddress(new AccountRef("github/acme", "BOB", null)))
                .isEqualTo("bob@acme.example");
    }

    @Test
    void somebody_without_a_verified_address_has_none() {
        assertThat(connector.fetchAddress(ref(acme.addMember("bob")))).isNull();
    }

    @Test
    void an_account_that_github_does_not_know_has_none() {
        assertThat(connector.fetchAddress(new AccountRef("github/acme", "nobody", null)))
                .isNull();
        assertThat(connector.fetchAddress(new AccountRef("github/acme", "nobody", "77")))
                .isNull();
    }

    @Test
    void a_login_that_changed_hands_does_not_give_the_address_of_the_new_owner() {
        StandInUser bob = acme.addMember("bob");
        AccountRef before = ref(bob);
        acme.addVerifiedEmail("bob", "bob@acme.example");
        gitHub.rename("bob", "robert");
        acme.addMember("bob");
        acme.addVerifiedEmail("bob", "other@acme.example");

        assertThat(connector.fetchAddress(before)).isEqualTo("bob@acme.example");
    }

    @Test
    void an_error_of_graphql_is_no_missing_address() {
        StandInUser bob = acme.addMember("bob");
        answerAlways(
                call("POST", "/graphql"),
                Reply.json(200, "{\"data\":null,\"errors\":[{\"type\":\"FORBIDDEN\",\"message\":\"No access\"}]}"));

        assertThatThrownBy(() -> connector.fetchAddress(ref(bob)))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.reaction()).isEqualTo(new Reaction.Forbidden()))
                .hasMessage("POST /graphql failed: FORBIDDEN No access; the token needs read:org and read:user, and"
                        + " must be an owner's");
    }

    @Test
    void a_limit_of_graphql_is_waited_out() {
        StandInUser bob = acme.addMember("bob");
        acme.addVerifiedEmail("bob", "bob@acme.example");
        patience.allow(1);
        answerOnce(
                call("POST", "/graphql"),
                1,
                Reply.json(200, "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"used up\"}]}")
                        .header("X-RateLimit-Remaining", "0")
                        .header(
                                "X-RateLimit-Reset",
                                Long.toString(clock.instant().getEpochSecond() + 30)));

        assertThat(connector.fetchAddress(ref(bob))).isEqualTo("bob@acme.example");
        assertThat(patience.waits()).containsExactly(Duration.ofSeconds(30));
    }
}
