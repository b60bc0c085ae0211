package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People who are in single repositories without being members. GitHub only lists them, so the list is searched. */
final class Collaborators implements Place {

    static final String ENTITLEMENT = "repository:";

    private static final String PERMISSION = "admin:org and repo, from an owner of the organisation";

    /** GraphQL and REST have different words for a permission; REST's are kept, because they are sent back. */
    private static final Map<String, String> PERMISSIONS =
            Map.of("READ", "pull", "TRIAGE", "triage", "WRITE", "push", "MAINTAIN", "maintain", "ADMIN", "admin");

    private static final String QUERY = """
            query DormouseRepositories($organization: String!, $login: String!, $after: String) {
              organization(login: $organization) {
                repositories(first: 100, after: $after) {
                  nodes {
                    nameWithOwner
                    collaborators(first: 100, query: $login, affiliation: OUTSIDE) {
                      pageInfo { hasNextPage }
                      edges { permission node { databaseId login } }
                    }
                  }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }""";

    private final GitHubClient client;

    Collaborators(GitHubClient client) {
        this.client = client;
    }

    @Override
    public @Nullable Holder find(AccountRef account) {
        Long id = Identities.id(account);
        List<Holder> found = new ArrayList<>();
        client.each(
                client.organizationPath("/outside_collaborators?per_page=100"),
                PERMISSION,
                "there is no organisation " + client.organization() + " that the token can see",
                user -> {
                    Holder holder = new Holder(
                            user.path("id").asLong(), user.path("login").asText(), "", true, List.of());
                    if (id == null ? holder.login().equalsIgnoreCase(account.login()) : holder.id() == id) {
                        found.add(holder);
                    }
                });
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    public List<Access.Held> fetchHeld(Holder holder) {
        List<Access.Held> held = new ArrayList<>();
        fetchRepositories(holder)
                .forEach((name, permission) -> held.add(new Access.Held(ENTITLEMENT + name, permission)));
        return held;
    }

    /** Repository, with its owner, to permission in the words of REST. */
    Map<String, String> fetchRepositories(Holder holder) {
        Map<String, String> permissions = new LinkedHashMap<>();
        String after = null;
        do {
            JsonNode data = client.graphQl(QUERY, Connections.variables(client.organization(), holder.login(), after));
            JsonNode repositories = Connections.at(data, "organization", "repositories");
            for (JsonNode repository : repositories.path("nodes")) {
                String permission = permission(holder, repository);
                if (permission != null) {
                    permissions.put(repository.path("nameWithOwner").asText(), permission);
                }
            }
            after = Connections.next(repositories);
        } while (after != null);
        return permissions;
    }

    private static @Nullable String permission(Holder holder, JsonNode repository) {
        JsonNode collaborators = Connections.at(repository, "collaborators");
        for (JsonNode edge : collaborators.path("edges")) {
            if (edge.path("node").path("databaseId").asLong() == holder.id()) {
                String permission = edge.path("permission").asText();
                return PERMISSIONS.getOrDefault(permission, permission);
            }
        }
        if (collaborators.path("pageInfo").path("hasNextPage").asBoolean()) {
            throw new ConnectorException(
                    GitHubErrorCode.UNREADABLE_ANSWER,
                    new Reaction.Invalid(),
                    "the permissions of " + holder + " on "
                            + repository.path("nameWithOwner").asText()
                            + " cannot be read: more than 100 collaborators there have a similar login");
        }
        return null;
    }

    @Override
    public @Nullable Outcome refusal(Holder holder) {
        return null;
    }

    @Override
    public String path(Holder holder) {
        return "/outside_collaborators/" + GitHubClient.segment(holder.login());
    }

    @Override
    public String word() {
        return "outside collaborator";
    }

    @Override
    public String permission() {
        return PERMISSION;
    }
}
