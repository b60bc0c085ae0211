package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.sandbox.github.StandInUser;
import dev.dormouse.spi.Outcome;
import org.junit.jupiter.api.Test;

class RemoveByAppTest extends GitHubTestCase {

    @Test
    void a_token_of_an_app_which_is_nobody_removes_members_too() {
        acme.addOwner("boss");
        StandInUser bob = acme.addMember("bob");

        assertThat(action("github.remove").perform(ref(bob))).isInstanceOf(Outcome.Changed.class);
        assertThat(acme.isMember("bob")).isFalse();
    }
}
