package dev.dormouse.sandbox.github;

import java.util.List;

/**
 * Somebody's place in an organisation.
 *
 * @param role {@code admin} or {@code member}
 * @param state {@code active} or {@code pending}
 * @param direct whether it is more than a consequence of enterprise teams
 * @param enterpriseTeams slugs such as {@code ent:everyone}
 */
public record StandInMembership(
        StandInUser user, String role, String state, boolean direct, List<String> enterpriseTeams) {

    StandInMembership withRole(String newRole) {
        return new StandInMembership(user, newRole, state, direct, enterpriseTeams);
    }

    StandInMembership indirect() {
        return new StandInMembership(user, "member", state, false, enterpriseTeams);
    }
}
