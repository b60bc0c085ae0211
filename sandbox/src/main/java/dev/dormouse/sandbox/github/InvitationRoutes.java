package dev.dormouse.sandbox.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.util.ArrayList;
import java.util.List;

/** Open invitations, and new ones. */
final class InvitationRoutes {

    private final GitHubStandIn gitHub;

    InvitationRoutes(GitHubStandIn gitHub) {
        this.gitHub = gitHub;
    }

    void add() {
        gitHub.organizationRoute("GET", "/orgs/{org}/invitations", "org", this::list);
        gitHub.organizationRoute("POST", "/orgs/{org}/invitations", "org", this::invite);
    }

    private Reply list(StandInOrganization organization, Request request) {
        return Pages.reply(
                gitHub.uri(),
                request,
                organization.invitations(),
                invitation -> Shapes.invitation(invitation, inviter()));
    }

    private Reply invite(StandInOrganization organization, Request request) {
        JsonNode body = MemberRoutes.body(request);
        StandInUser user = gitHub.directory().find(body.path("invitee_id").asLong());
        String role = body.path("role").asText("direct_member");
        if (user == null) {
            return Shapes.error(404, "Not Found");
        }
        if (organization.isMember(user.login())) {
            return Shapes.error(422, "Invitee is already a part of this organization");
        }
        if (organization.findInvitation(user) != null) {
            return Shapes.error(422, "Invitee has already been invited to this organization");
        }
        if (role.equals("reinstate") && !organization.canReinstate(user)) {
            return Shapes.error(422, "Invitee cannot be reinstated");
        }
        List<Long> teams = new ArrayList<>();
        body.path("team_ids").forEach(id -> teams.add(id.asLong()));
        StandInInvitation invitation = organization.invite(user, role, teams);
        return Reply.json(201, Shapes.invitation(invitation, inviter()).toString());
    }

    private StandInUser inviter() {
        StandInUser owner = gitHub.tokenOwner();
        return owner == null ? gitHub.user("dormouse[bot]") : owner;
    }
}
