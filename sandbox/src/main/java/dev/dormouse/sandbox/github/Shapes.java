package dev.dormouse.sandbox.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dormouse.sandbox.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** The JSON objects that GitHub answers, with every property that its description requires. */
final class Shapes {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "https://api.github.example";
    private static final String WEB = "https://github.example/";

    private Shapes() {}

    static Reply ok(JsonNode body) {
        return Reply.json(200, body.toString());
    }

    static Reply error(int status, String message) {
        return Reply.json(
                status,
                JSON.createObjectNode()
                        .put("message", message)
                        .put("documentation_url", "https://docs.github.example/rest")
                        .toString());
    }

    static ArrayNode array(Collection<? extends JsonNode> items) {
        return JSON.createArrayNode().addAll(items);
    }

    static ObjectNode simpleUser(StandInUser user) {
        ObjectNode node = JSON.createObjectNode()
                .put("login", user.login())
                .put("id", user.id())
                .put("node_id", nodeId("04:User", user.id()))
                .put("avatar_url", WEB + "avatars/" + user.id())
                .put("gravatar_id", "")
                .put("url", API + "/users/" + name(user))
                .put("html_url", WEB + name(user));
        for (String list : List.of(
                "followers",
                "following",
                "gists",
                "starred",
                "subscriptions",
                "organizations",
                "repos",
                "events",
                "received_events")) {
            node.put(list + "_url", API + "/users/" + name(user) + "/" + list);
        }
        return node.put("type", user.type()).put("site_admin", false).put("user_view_type", "public");
    }

    static ObjectNode publicUser(StandInUser user) {
        ObjectNode node = simpleUser(user);
        for (String empty : List.of("name", "company", "blog", "location", "email", "hireable", "bio")) {
            node.putNull(empty);
        }
        return node.put("public_repos", 0)
                .put("public_gists", 0)
                .put("followers", 0)
                .put("following", 0)
                .put("created_at", "2019-01-01T00:00:00Z")
                .put("updated_at", "2024-01-01T00:00:00Z");
    }

    static ObjectNode organizationSimple(StandInOrganization organization) {
        String url = API + "/orgs/" + organization.login();
        return JSON.createObjectNode()
                .put("login", organization.login())
                .put("id", organization.id())
                .put("node_id", nodeId("12:Organization", organization.id()))
                .put("url", url)
                .put("repos_url", url + "/repos")
                .put("events_url", url + "/events")
                .put("hooks_url", url + "/hooks")
                .put("issues_url", url + "/issues")
                .put("members_url", url + "/members{/member}")
                .put("public_members_url", url + "/public_members{/member}")
                .put("avatar_url", WEB + "avatars/" + organization.id())
                .put("description", "");
    }

    static ObjectNode organizationFull(StandInOrganization organization) {
        return organizationSimple(organization)
                .put("html_url", WEB + organization.login())
                .put("has_organization_projects", true)
                .put("has_repository_projects", true)
                .put("public_repos", 0)
                .put("public_gists", 0)
                .put("followers", 0)
                .put("following", 0)
                .put("type", "Organization")
                .put("created_at", "2015-01-01T00:00:00Z")
                .put("updated_at", "2024-01-01T00:00:00Z")
                .putNull("archived_at");
    }

    static ObjectNode membership(StandInOrganization organization, StandInMembership membership) {
        String url = API + "/orgs/" + organization.login();
        ObjectNode node = JSON.createObjectNode()
                .put("url", url + "/memberships/" + name(membership.user()))
                .put("state", membership.state())
                .put("role", membership.role())
                .put("direct_membership", membership.direct())
                .put("organization_url", url);
        ArrayNode teams = node.putArray("enterprise_teams_providing_indirect_membership");
        membership.enterpriseTeams().forEach(teams::add);
        node.set("organization", organizationSimple(organization));
        node.set("user", simpleUser(membership.user()));
        return node;
    }

    static ObjectNode invitation(StandInInvitation invitation, StandInUser inviter) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", invitation.id())
                .put("login", invitation.invitee().login())
                .putNull("email")
                .put("role", invitation.role())
                .put("created_at", invitation.created().toString())
                .putNull("failed_at")
                .putNull("failed_reason")
                .put("team_count", invitation.teamIds().size())
                .put("node_id", nodeId("22:OrganizationInvitation", invitation.id()))
                .put("invitation_teams_url", API + "/organizations/invitations/" + invitation.id() + "/teams")
                .put("invitation_source", "member");
        node.set("inviter", simpleUser(inviter));
        return node;
    }

    static ObjectNode teamMembership(String organization, String slug, StandInUser user, String role) {
        return JSON.createObjectNode()
                .put("url", API + "/orgs/" + organization + "/teams/" + slug + "/memberships/" + name(user))
                .put("role", role)
                .put("state", "active");
    }

    static ObjectNode team(StandInOrganization organization, StandInTeam team) {
        String url = API + "/orgs/" + organization.login() + "/teams/" + team.slug();
        ObjectNode node = JSON.createObjectNode()
                .put("id", team.id())
                .put("node_id", nodeId("04:Team", team.id()))
                .put("url", url)
                .put("html_url", WEB + "orgs/" + organization.login() + "/teams/" + team.slug())
                .put("name", team.slug())
                .put("slug", team.slug())
                .putNull("description")
                .put("permission", "pull")
                .put("members_url", url + "/members{/member}")
                .put("repositories_url", url + "/repos")
                .put("type", "organization")
                .put("members_count", team.size())
                .put("repos_count", 0)
                .put("created_at", "2019-01-01T00:00:00Z")
                .put("updated_at", "2024-01-01T00:00:00Z");
        node.set("organization", organizationFull(organization));
        return node;
    }

    static ObjectNode event(StandInOrganization organization, StandInEvent event) {
        return JSON.createObjectNode()
                .put("@timestamp", event.at().toEpochMilli())
                .put("_document_id", "event-" + event.id())
                .put("action", event.action())
                .put("actor", event.actor())
                .put("created_at", event.at().toEpochMilli())
                .put("org", organization.login())
                .put("org_id", organization.id());
    }

    static String nodeId(String kind, long id) {
        return Base64.getEncoder().encodeToString((kind + id).getBytes(StandardCharsets.UTF_8));
    }

    /** As it stands in an address. */
    static String name(StandInUser user) {
        return user.login().replace("[", "%5B").replace("]", "%5D");
    }
}
