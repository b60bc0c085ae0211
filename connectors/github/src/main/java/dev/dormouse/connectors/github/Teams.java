package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The teams of one member. Only direct membership counts: what a child team brings comes back with the child team. */
final class Teams {

    static final String ENTITLEMENT = "team:";

    private static final String QUERY = """
            query DormouseTeams($organization: String!, $login: String!, $after: String) {
              organization(login: $organization) {
                teams(first: 100, after: $after, userLogins: [$login]) {
                  nodes {
                    slug
                    members(first: 100, query: $login, membership: IMMEDIATE) {
                      pageInfo { hasNextPage }
                      edges { role node { databaseId login } }
                    }
                  }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }""";

    private final GitHubClient client;

    Teams(GitHubClient client) {
        this.client = client;
    }

    /** Slug to {@code member} or {@code maintainer}, in GitHub's order. */
    Map<String, String> fetch(Holder holder) {
        Map<String, String> roles = new LinkedHashMap<>();
        String after = null;
        do {
            JsonNode teams = page(holder, after);
            for (JsonNode team : teams.path("nodes")) {
                String slug = team.path("slug").asText();
                String role = role(holder, slug, team.path("members"));
                if (role != null) {
                    roles.put(slug, role);
                }
            }
            after = Connections.next(teams);
        } while (after != null);
        return roles;
    }

    private JsonNode page(Holder holder, @Nullable String after) {
        return Connections.at(
                client.graphQl(QUERY, Connections.variables(client.organization(), holder.login(), after)),
                "organization",
                "teams");
    }

    private @Nullable String role(Holder holder, String slug, JsonNode members) {
        for (JsonNode edge : members.path("edges")) {
            if (edge.path("node").path("databaseId").asLong() == holder.id()) {
                return edge.path("role").asText().toLowerCase(Locale.ROOT);
            }
        }
        // The search finds every login that resembles this one; in a crowd the one meant may not be on the first page.
        return members.path("pageInfo").path("hasNextPage").asBoolean() ? fetchRole(holder, slug) : null;
    }

    private @Nullable String fetchRole(Holder holder, String slug) {
        JsonNode membership = client.find(membership(holder.login(), slug), "read:org");
        return membership == null ? null : membership.path("role").asText();
    }

    /** The numeric id of a team; null when it is gone. */
    @Nullable
    Long findId(String slug) {
        JsonNode team = client.find(path(slug), "read:org");
        return team == null ? null : team.path("id").asLong();
    }

    /** Puts somebody into a team. False when the team is gone. */
    boolean put(Holder holder, String slug, String role) {
        return put(holder.login(), holder.toString(), slug, role);
    }

    /** Puts a member of the organisation into a team. */
    void put(String login, String slug, String role) {
        if (!put(login, login, slug, role)) {
            throw new ConnectorException(
                    GitHubErrorCode.NOT_FOUND,
                    new Reaction.Gone(),
                    login + " was not put into the team " + slug + ": one of the two is gone");
        }
    }

    private boolean put(String login, String who, String slug, String role) {
        HttpAnswer answer = client.send("PUT", membership(login, slug), Map.of("role", role));
        if (answer.status() == 404) {
            return false;
        }
        refuseSynchronised(answer, slug, who + " must be put into that group");
        if (answer.status() != 200) {
            throw client.failures().of(answer, Members.PERMISSION);
        }
        return true;
    }

    /** Takes somebody out of a team; who is not in it is as good as taken out. */
    void remove(String login, String slug) {
        HttpAnswer answer = client.send("DELETE", membership(login, slug), null);
        refuseSynchronised(answer, slug, login + " must be taken out of that group");
        if (answer.status() != 204 && answer.status() != 404) {
            throw client.failures().of(answer, Members.PERMISSION);
        }
    }

    private void refuseSynchronised(HttpAnswer answer, String slug, String instead) {
        if (answer.status() == 403 && client.failures().message(answer).contains("synchroni")) {
            throw new ConnectorException(
                    GitHubErrorCode.PERMISSION_MISSING,
                    new Reaction.Forbidden(),
                    "the team " + slug + " follows a group of the identity provider; " + instead);
        }
    }

    private String membership(String login, String slug) {
        return path(slug) + "/memberships/" + GitHubClient.segment(login);
    }

    /** Where a team is. */
    String path(String slug) {
        return client.organizationPath("/teams/" + GitHubClient.segment(slug));
    }
}
