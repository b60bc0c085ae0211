package dev.dormouse.sandbox.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Three GraphQL questions, told apart by what they ask for: verified addresses of a user, the teams of a member, the
 * repositories of a collaborator. Any other is refused as GitHub refuses an unknown field.
 */
final class GraphQlRoute {

    private static final Map<String, String> PERMISSIONS =
            Map.of("pull", "READ", "triage", "TRIAGE", "push", "WRITE", "maintain", "MAINTAIN", "admin", "ADMIN");
    private static final int PAGE = 100;

    private final GitHubStandIn gitHub;

    GraphQlRoute(GitHubStandIn gitHub) {
        this.gitHub = gitHub;
    }

    void add() {
        gitHub.route("POST", "/graphql", this::answer);
    }

    private Reply answer(Request request) {
        JsonNode body = MemberRoutes.body(request);
        String query = body.path("query").asText();
        JsonNode variables = body.path("variables");
        StandInUser user = gitHub.directory().find(variables.path("login").asText());
        StandInOrganization organization =
                gitHub.findOrganization(variables.path("organization").asText());
        if (organization == null) {
            return error("NOT_FOUND", "organization", "Could not resolve to an Organization with that login.");
        }
        if (query.contains("organizationVerifiedDomainEmails(login: $organization)")) {
            return addresses(organization, user);
        }
        if (query.contains("teams(first: 100, after: $after, userLogins: [$login])")) {
            return teams(organization, user);
        }
        if (query.contains("collaborators(first: 100, query: $login, affiliation: OUTSIDE)")) {
            return repositories(organization, user, variables.path("after").asText(""));
        }
        return error("undefinedField", "query", "the stand-in does not know this query");
    }

    private static Reply addresses(StandInOrganization organization, @Nullable StandInUser user) {
        if (user == null) {
            return error("NOT_FOUND", "user", "Could not resolve to a User with that login.");
        }
        ObjectNode data = Shapes.JSON.createObjectNode();
        ObjectNode node = data.putObject("user").put("databaseId", user.id());
        ArrayNode list = node.putArray("organizationVerifiedDomainEmails");
        organization.emails(user).forEach(list::add);
        return data(data);
    }

    private static Reply teams(StandInOrganization organization, @Nullable StandInUser user) {
        ObjectNode data = Shapes.JSON.createObjectNode();
        ObjectNode teams = data.putObject("organization").putObject("teams");
        ArrayNode nodes = teams.putArray("nodes");
        if (user != null) {
            organization.teamsOf(user).forEach(team -> team(nodes.addObject(), team, user));
        }
        teams.putObject("pageInfo").put("hasNextPage", false).putNull("endCursor");
        return data(data);
    }

    private static void team(ObjectNode node, StandInTeam team, StandInUser user) {
        ObjectNode members = node.put("slug", team.slug()).putObject("members");
        members.putObject("pageInfo").put("hasNextPage", false);
        String role = "maintainer".equals(team.role(user.id())) ? "MAINTAINER" : "MEMBER";
        edge(members.putArray("edges"), user, "role", role);
    }

    private static Reply repositories(StandInOrganization organization, @Nullable StandInUser user, String after) {
        List<StandInRepository> all = organization.repositories();
        int from = after.isEmpty() ? 0 : Integer.parseInt(after);
        int to = Math.min(all.size(), from + PAGE);
        ObjectNode data = Shapes.JSON.createObjectNode();
        ObjectNode repositories = data.putObject("organization").putObject("repositories");
        ArrayNode nodes = repositories.putArray("nodes");
        for (StandInRepository repository : all.subList(from, to)) {
            ObjectNode collaborators = nodes.addObject()
                    .put("nameWithOwner", organization.login() + "/" + repository.name())
                    .putObject("collaborators");
            collaborators.putObject("pageInfo").put("hasNextPage", false);
            ArrayNode edges = collaborators.putArray("edges");
            String permission = user == null ? null : repository.permission(user.id());
            if (user != null && permission != null) {
                edge(edges, user, "permission", PERMISSIONS.getOrDefault(permission, "READ"));
            }
        }
        ObjectNode page = repositories.putObject("pageInfo").put("hasNextPage", to < all.size());
        page.put("endCursor", Integer.toString(to));
        return data(data);
    }

    private static void edge(ArrayNode edges, StandInUser user, String name, String value) {
        edges.addObject()
                .put(name, value)
                .putObject("node")
                .put("databaseId", user.id())
                .put("login", user.login());
    }

    private static Reply data(ObjectNode data) {
        ObjectNode answer = Shapes.JSON.createObjectNode();
        answer.set("data", data);
        return Shapes.ok(answer);
    }

    private static Reply error(String type, String path, String message) {
        ObjectNode answer = Shapes.JSON.createObjectNode();
        answer.putObject("data").putNull(path);
        ObjectNode error =
                answer.putArray("errors").addObject().put("type", type).put("message", message);
        error.putArray("path").add(path);
        return Shapes.ok(answer);
    }
}
