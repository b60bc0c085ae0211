package dev.dormouse.sandbox.github;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;

/** Outside collaborators of the organisation, and invitations to single repositories. */
final class CollaboratorRoutes {

    private final GitHubStandIn gitHub;

    CollaboratorRoutes(GitHubStandIn gitHub) {
        this.gitHub = gitHub;
    }

    void add() {
        gitHub.organizationRoute(
                "GET",
                "/orgs/{org}/outside_collaborators",
                "org",
                (organization, request) ->
                        Pages.reply(gitHub.uri(), request, organization.outsideCollaborators(), Shapes::simpleUser));
        gitHub.organizationRoute("DELETE", "/orgs/{org}/outside_collaborators/{username}", "org", this::remove);
        gitHub.organizationRoute("PUT", "/repos/{owner}/{repo}/collaborators/{username}", "owner", this::put);
        gitHub.organizationRoute("GET", "/repos/{owner}/{repo}/invitations", "owner", this::invitations);
    }

    private Reply remove(StandInOrganization organization, Request request) {
        organization.countRemoval(request.variable("username"));
        StandInUser user = gitHub.directory().find(request.variable("username"));
        if (user == null) {
            return Shapes.error(404, "Not Found");
        }
        if (organization.isMember(user.login())) {
            return Shapes.error(422, "You cannot specify an organization member to remove as an outside collaborator.");
        }
        organization.repositories().forEach(repository -> repository.remove(user.id()));
        return Reply.empty(204);
    }

    private Reply put(StandInOrganization organization, Request request) {
        StandInRepository repository = organization.findRepository(request.variable("repo"));
        StandInUser user = gitHub.directory().find(request.variable("username"));
        if (repository == null || user == null) {
            return Shapes.error(404, "Not Found");
        }
        String permission = MemberRoutes.body(request).path("permission").asText("push");
        if (repository.permission(user.id()) != null || organization.isMember(user.login())) {
            repository.put(user.id(), permission);
            return Reply.empty(204);
        }
        StandInRepository.Invitation invitation =
                repository.invite(user, permission, gitHub.clock().instant());
        return Reply.json(
                201,
                RepositoryShapes.invitation(organization, repository, invitation)
                        .toString());
    }

    private Reply invitations(StandInOrganization organization, Request request) {
        StandInRepository repository = organization.findRepository(request.variable("repo"));
        return repository == null
                ? Shapes.error(404, "Not Found")
                : Pages.reply(
                        gitHub.uri(),
                        request,
                        repository.invitations(),
                        invitation -> RepositoryShapes.invitation(organization, repository, invitation));
    }
}
