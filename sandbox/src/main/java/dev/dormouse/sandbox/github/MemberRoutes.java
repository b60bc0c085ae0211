package dev.dormouse.sandbox.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members and memberships, with GitHub's refusals. */
final class MemberRoutes {

    private final GitHubStandIn gitHub;

    MemberRoutes(GitHubStandIn gitHub) {
        this.gitHub = gitHub;
    }

    void add() {
        gitHub.organizationRoute("GET", "/orgs/{org}/members", "org", this::list);
        gitHub.organizationRoute("DELETE", "/orgs/{org}/members/{username}", "org", this::remove);
        gitHub.organizationRoute("GET", "/orgs/{org}/memberships/{username}", "org", this::membership);
        gitHub.organizationRoute("PUT", "/orgs/{org}/memberships/{username}", "org", this::setRole);
    }

    private Reply list(StandInOrganization organization, Request request) {
        String role = request.query("role", "all");
        List<StandInMembership> members = organization.members().stream()
                .filter(membership -> role.equals("all") || membership.role().equals(role))
                .toList();
        return Pages.reply(gitHub.uri(), request, members, membership -> Shapes.simpleUser(membership.user()));
    }

    private Reply membership(StandInOrganization organization, Request request) {
        StandInUser user = user(request);
        StandInMembership membership = user == null ? null : organization.membership(user);
        return membership == null
                ? Shapes.error(404, "Not Found")
                : Shapes.ok(Shapes.membership(organization, membership));
    }

    private Reply setRole(StandInOrganization organization, Request request) {
        StandInUser user = user(request);
        if (user == null || !organization.isMember(user.login())) {
            return Shapes.error(404, "Not Found");
        }
        String role = body(request).path("role").asText("member");
        if (!role.equals("admin") && organization.isLastOwner(user)) {
            return Shapes.error(403, "You can't demote the last owner of the organization.");
        }
        organization.setRole(user, role);
        return membership(organization, request);
    }

    private Reply remove(StandInOrganization organization, Request request) {
        organization.countRemoval(request.variable("username"));
        StandInUser user = user(request);
        if (user == null || !organization.isMember(user.login())) {
            return Shapes.error(404, "Not Found");
        }
        if (organization.isLastOwner(user)) {
            return Shapes.error(403, "You can't remove the last owner of the organization.");
        }
        organization.removeMember(user);
        return Reply.empty(204);
    }

    private @Nullable StandInUser user(Request request) {
        return gitHub.directory().find(request.variable("username"));
    }

    static JsonNode body(Request request) {
        try {
            return Shapes.JSON.readTree(request.body().isEmpty() ? "{}" : request.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException("the body is no JSON: " + request.body(), e);
        }
    }
}
