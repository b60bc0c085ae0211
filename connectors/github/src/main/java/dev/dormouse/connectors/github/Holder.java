package dev.dormouse.connectors.github;

import java.util.List;

/**
 * Somebody who is in the organisation now, under the present login.
 *
 * @param role {@code admin}, {@code member} or {@code billing_manager}; empty for an outside collaborator
 * @param enterpriseTeams what gives the membership besides, or instead of, a direct one
 */
record Holder(long id, String login, String role, boolean direct, List<String> enterpriseTeams) {

    Holder {
        enterpriseTeams = List.copyOf(enterpriseTeams);
    }

    boolean owner() {
        return role.equals("admin");
    }

    @Override
    public String toString() {
        return login + " (id " + id + ")";
    }
}
