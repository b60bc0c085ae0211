package dev.dormouse.sandbox.github;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Repositories and invitations to them, as GitHub answers them. */
final class RepositoryShapes {

    private static final List<String> PLAIN = List.of(
            "archive",
            "assignees",
            "blobs",
            "branches",
            "collaborators",
            "comments",
            "commits",
            "compare",
            "contents",
            "contributors",
            "deployments",
            "downloads",
            "events",
            "forks",
            "git_commits",
            "git_refs",
            "git_tags",
            "issue_comment",
            "issue_events",
            "issues",
            "keys",
            "labels",
            "languages",
            "merges",
            "milestones",
            "notifications",
            "pulls",
            "releases",
            "stargazers",
            "statuses",
            "subscribers",
            "subscription",
            "tags",
            "teams",
            "trees",
            "hooks");

    /** REST takes one set of words for a permission and answers another. */
    private static final Map<String, String> ANSWERED = Map.of("pull", "read", "push", "write");

    private RepositoryShapes() {}

    static ObjectNode invitation(
            StandInOrganization organization, StandInRepository repository, StandInRepository.Invitation invitation) {
        String url = "https://api.github.example/user/repository_invitations/" + invitation.id();
        ObjectNode node = Shapes.JSON
                .createObjectNode()
                .put("id", invitation.id())
                .put("node_id", Shapes.nodeId("20:RepositoryInvitation", invitation.id()))
                .put("permissions", ANSWERED.getOrDefault(invitation.permission(), invitation.permission()))
                .put("created_at", invitation.created().toString())
                .put("expired", false)
                .put("url", url)
                .put("html_url", "https://github.example/" + organization.login() + "/" + repository.name());
        node.set("repository", repository(organization, repository));
        node.set("invitee", Shapes.simpleUser(invitation.invitee()));
        node.putNull("inviter");
        return node;
    }

    private static ObjectNode repository(StandInOrganization organization, StandInRepository repository) {
        String fullName = organization.login() + "/" + repository.name();
        String url = "https://api.github.example/repos/" + fullName;
        ObjectNode node = Shapes.JSON
                .createObjectNode()
                .put("id", repository.id())
                .put("node_id", Shapes.nodeId("10:Repository", repository.id()))
                .put("name", repository.name())
                .put("full_name", fullName)
                .put("private", true)
                .put("html_url", "https://github.example/" + fullName)
                .putNull("description")
                .put("fork", false)
                .put("url", url);
        PLAIN.forEach(name -> node.put(name + "_url", url + "/" + name));
        node.set("owner", Shapes.simpleUser(new StandInUser(organization.id(), organization.login())));
        return node;
    }
}
