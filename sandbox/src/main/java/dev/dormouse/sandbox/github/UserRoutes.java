package dev.dormouse.sandbox.github;

import dev.dormouse.sandbox.Reply;
import org.jspecify.annotations.Nullable;

/** Users by id and by login, the owner of the token, and the organisation itself. */
final class UserRoutes {

    private final GitHubStandIn gitHub;

    UserRoutes(GitHubStandIn gitHub) {
        this.gitHub = gitHub;
    }

    void add() {
        gitHub.route("GET", "/user", request -> {
            StandInUser owner = gitHub.tokenOwner();
            return owner == null
                    ? Shapes.error(403, "Resource not accessible by integration")
                    : Shapes.ok(Shapes.publicUser(owner));
        });
        gitHub.route(
                "GET", "/user/{id}", request -> user(gitHub.directory().find(Long.parseLong(request.variable("id")))));
        gitHub.route("GET", "/users/{login}", request -> user(gitHub.directory().find(request.variable("login"))));
        gitHub.organizationRoute(
                "GET",
                "/orgs/{org}",
                "org",
                (organization, request) -> Shapes.ok(Shapes.organizationFull(organization)));
    }

    private static Reply user(@Nullable StandInUser user) {
        return user == null ? Shapes.error(404, "Not Found") : Shapes.ok(Shapes.publicUser(user));
    }
}
