package dev.dormouse.sandbox.github;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Teams and who is in them. */
final class TeamRoutes {

    private final GitHubStandIn gitHub;

    TeamRoutes(GitHubStandIn gitHub) {
        this.gitHub = gitHub;
    }

    void add() {
        gitHub.organizationRoute("GET", "/orgs/{org}/teams/{slug}", "org", this::team);
        gitHub.organizationRoute("GET", "/orgs/{org}/teams/{slug}/members", "org", this::members);
        gitHub.organizationRoute("GET", "/orgs/{org}/teams/{slug}/memberships/{username}", "org", this::membership);
        gitHub.organizationRoute("PUT", "/orgs/{org}/teams/{slug}/memberships/{username}", "org", this::put);
        gitHub.organizationRoute("DELETE", "/orgs/{org}/teams/{slug}/memberships/{username}", "org", this::remove);
    }

    /** Those of child teams too, as on GitHub. */
    private Reply members(StandInOrganization organization, Request request) {
        StandInTeam team = organization.team(request.variable("slug"));
        if (team == null) {
            return Shapes.error(404, "Not Found");
        }
        String wanted = request.query("role", "all");
        Map<Long, ObjectNode> members = new LinkedHashMap<>();
        add(members, team, false);
        organization.childrenOf(team).forEach(child -> add(members, child, true));
        return Pages.reply(
                gitHub.uri(),
                request,
                members.values().stream()
                        .filter(one -> wanted.equals("all")
                                || one.path("role").asText().equals(wanted))
                        .toList(),
                Function.identity());
    }

    private void add(Map<Long, ObjectNode> members, StandInTeam team, boolean inherited) {
        team.roles().forEach((id, role) -> {
            StandInUser user = gitHub.directory().find(id);
            if (user != null) {
                members.putIfAbsent(
                        id, Shapes.simpleUser(user).put("role", role).put("inherited", inherited));
            }
        });
    }

    /** Who is not in the team is as good as taken out. */
    private Reply remove(StandInOrganization organization, Request request) {
        StandInTeam team = organization.team(request.variable("slug"));
        StandInUser user = gitHub.directory().find(request.variable("username"));
        if (team == null || user == null) {
            return Shapes.error(404, "Not Found");
        }
        team.remove(user.id());
        return Reply.empty(204);
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
