package dev.dormouse.connectors.github;

import dev.dormouse.spi.Access;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a former outside collaborator back, repository by repository; the person accepts each invitation. */
final class CollaboratorRestore {

    private static final Duration ASK_AGAIN = Duration.ofDays(1);

    /** From the least; a role of the organisation's own is not among them and counts as the least. */
    private static final List<String> RANKS = List.of("pull", "triage", "push", "maintain", "admin");

    private final GitHubClient client;
    private final Collaborators collaborators;
    private final Identities identities;

    CollaboratorRestore(GitHubClient client, Collaborators collaborators, Identities identities) {
        this.client = client;
        this.collaborators = collaborators;
        this.identities = identities;
    }

    Outcome restore(Access access, long id) {
        String login = identities.findLogin(id);
        if (login == null) {
            return new Outcome.Failed(
                    access.account() + " cannot be invited: GitHub has no account with the id " + id + " any more",
                    GitHubErrorCode.NOT_FOUND.name(),
                    new Reaction.Gone());
        }
        Holder holder = new Holder(id, login, "", true, List.of());
        Map<String, String> present = collaborators.fetchRepositories(holder);
        Progress progress = new Progress();
        Held.repositories(access).forEach((repository, permission) -> {
            if (RANKS.indexOf(present.getOrDefault(repository, "")) < Math.max(0, RANKS.indexOf(permission))) {
                giveBack(holder, repository, permission, progress);
            }
        });
        return outcome(holder, progress);
    }

    private void giveBack(Holder holder, String repository, String permission, Progress progress) {
        String path = "/repos/" + path(repository);
        String open = findInvitation(path, holder);
        if (open != null) {
            progress.waiting.add(repository);
            progress.invitations.add(open);
            return;
        }
        HttpAnswer answer = client.send(
                "PUT",
                path + "/collaborators/" + GitHubClient.segment(holder.login()),
                Map.of("permission", permission));
        switch (answer.status()) {
            case 201 -> {
                progress.waiting.add(repository);
                progress.invitations.add(
                        client.failures().json(answer).path("id").asText());
            }
            case 204 -> progress.given.add(repository + " (" + permission + ")");
            case 404 -> progress.gone.add(repository);
            default -> throw client.failures().of(answer, collaborators.permission());
        }
    }

    private @Nullable String findInvitation(String path, Holder holder) {
        if (client.find(path + "/invitations?per_page=1", collaborators.permission()) == null) {
            return null;
        }
        List<String> found = new ArrayList<>();
        client.each(
                path + "/invitations?per_page=100",
                collaborators.permission(),
                "the repository is gone",
                invitation -> {
                    boolean same = invitation.path("invitee").path("id").asLong() == holder.id();
                    if (same && !invitation.path("expired").asBoolean()) {
                        found.add(invitation.path("id").asText());
                    }
                });
        return found.isEmpty() ? null : found.getFirst();
    }

    private Outcome outcome(Holder holder, Progress progress) {
        String lost =
                progress.gone.isEmpty() ? "" : "; these repositories are gone: " + String.join(", ", progress.gone);
        if (!progress.waiting.isEmpty()) {
            return new Outcome.Pending(
                    "the invitations of " + holder + " to " + String.join(", ", progress.waiting)
                            + " wait for acceptance" + lost,
                    String.join(",", progress.invitations),
                    client.now().plus(ASK_AGAIN));
        }
        if (!progress.given.isEmpty()) {
            return new Outcome.Changed(holder + " is given back: " + String.join(", ", progress.given) + lost);
        }
        return new Outcome.AlreadySo(holder + " has every repository that was held before" + lost);
    }

    private static String path(String repository) {
        int slash = repository.indexOf('/');
        return GitHubClient.segment(repository.substring(0, slash)) + "/"
                + GitHubClient.segment(repository.substring(slash + 1));
    }

    private static final class Progress {
        private final List<String> waiting = new ArrayList<>();
        private final List<String> invitations = new ArrayList<>();
        private final List<String> given = new ArrayList<>();
        private final List<String> gone = new ArrayList<>();
    }
}
