package dev.dormouse.sandbox.github;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;

/** Teams and who is in them. */
final class TeamRoutes {

    private final GitHubStandIn gitHub;

    TeamRoutes(GitHubStandIn gitHub) {
        this.gitHub = gitHub;
    }

    void add() {
        gitHub.organizationRoute("GET", "/orgs/{org}/teams/{slug}", "org", this::team);
        gitHub.organizationRoute("GET", "/orgs/{org}/teams/{slug}/memberships/{username}", "org", this::membership);
        gitHub.organizationRoute("PUT", "/orgs/{org}/teams/{slug}/memberships/{username}", "org", this::put);
    }

    private Reply team(StandInOrganization organization, Request request) {
        StandInTeam team = organization.team(request.variable("slug"));
        return team == null ? Shapes.error(404, "Not Found") : Shapes.ok(Shapes.team(organization, team));
    }

    private Reply membership(StandInOrganization organization, Request request) {
        StandInTeam team = organization.team(request.variable("slug"));
        StandInUser user = gitHub.directory().find(request.variable("username"));
        String role = team == null || user == null ? null : team.role(user.id());
        return team == null || user == null || role == null
                ? Shapes.error(404, "Not Found")
                : Shapes.ok(Shapes.teamMembership(organization.login(), team.slug(), user, role));
    }

    private Reply put(StandInOrganization organization, Request request) {
        StandInTeam team = organization.team(request.variable("slug"));
        StandInUser user = gitHub.directory().find(request.variable("username"));
        if (team == null || user == null || !organization.isMember(user.login())) {
            return Shapes.error(404, "Not Found");
        }
        team.put(user.id(), MemberRoutes.body(request).path("role").asText("member"));
        return membership(organization, request);
    }
}
