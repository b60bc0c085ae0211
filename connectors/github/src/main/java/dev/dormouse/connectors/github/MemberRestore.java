package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a former member back: invites by the numeric id, waits for the person, then compares role and teams with what
 * was there. GitHub lets an invitation go after seven days; the next call then invites again.
 */
final class MemberRestore {

    private static final Duration ASK_AGAIN = Duration.ofDays(1);

    private final GitHubClient client;
    private final Members members;
    private final Identities identities;
    private final Teams teams;

    MemberRestore(GitHubClient client, Members members, Identities identities, Teams teams) {
        this.client = client;
        this.members = members;
        this.identities = identities;
        this.teams = teams;
    }

    Outcome restore(Access access, long id) {
        AccountRef account =
                new AccountRef(access.account().application(), access.account().login(), Long.toString(id));
        Members.Membership membership = members.findMembership(account);
        if (membership != null && membership.active()) {
            return complete(access, membership.holder());
        }
        String login = identities.findLogin(id);
        if (login == null) {
            return new Outcome.Failed(
                    account + " cannot be invited: GitHub has no account with the id " + id + " any more",
                    GitHubErrorCode.NOT_FOUND.name(),
                    new Reaction.Gone());
        }
        String open = findInvitation(login);
        if (open != null) {
            return waiting(access, login, id, open, "an invitation");
        }
        return invite(access, login, id);
    }

    private @Nullable String findInvitation(String login) {
        List<String> found = new ArrayList<>();
        client.each(
                client.organizationPath("/invitations?per_page=100"),
                Members.PERMISSION,
                "there is no organisation " + client.organization() + " that the token can see",
                invitation -> {
                    if (invitation.path("login").asText("").equalsIgnoreCase(login)) {
                        found.add(invitation.path("id").asText());
                    }
                });
        return found.isEmpty() ? null : found.getFirst();
    }

    private Outcome invite(Access access, String login, long id) {
        HttpAnswer answer;
        try {
            answer = client.send("POST", client.organizationPath("/invitations"), invitation(access, id));
        } catch (ConnectorException e) {
            if (e.code() != GitHubErrorCode.CONNECTION_LOST) {
                throw e;
            }
            return afterLoss(access, login, id, String.valueOf(e.getMessage()));
        }
        if (answer.status() >= 500) {
            return afterLoss(access, login, id, answer.call() + " answered " + answer.status());
        }
        if (answer.status() != 201) {
            throw client.failures().of(answer, Members.PERMISSION);
        }
        JsonNode invitation = client.failures().json(answer);
        return waiting(access, login, id, invitation.path("id").asText(), "the invitation");
    }

    private Outcome afterLoss(Access access, String login, long id, String doubt) {
        try {
            String open = findInvitation(login);
            if (open != null) {
                return waiting(access, login, id, open, "the invitation");
            }
        } catch (ConnectorException e) {
            return new Outcome.Uncertain(
                    "whether " + login + " was invited is not known (" + doubt + "): " + e.getMessage());
        }
        return new Outcome.Uncertain("no invitation of " + login + " is open after: " + doubt
                + "; it must be looked for again before a new one is sent");
    }

    /** Reinstating gives everything back, and works as long as GitHub keeps it. */
    private Map<String, Object> invitation(Access access, long id) {
        Map<String, Object> body = new HashMap<>();
        body.put("invitee_id", id);
        if (kept(access)) {
            body.put("role", "reinstate");
            return body;
        }
        body.put("role", Held.role(access).equals("admin") ? "admin" : "direct_member");
        List<Long> ids = new ArrayList<>();
        for (String slug : Held.teams(access).keySet()) {
            Long team = teams.findId(slug);
            if (team != null) {
                ids.add(team);
            }
        }
        if (!ids.isEmpty()) {
            body.put("team_ids", ids);
        }
        return body;
    }

    private boolean kept(Access access) {
        Instant until = access.restorableUntil();
        return until != null && client.now().isBefore(until);
    }

    private Outcome waiting(Access access, String login, long id, String invitation, String which) {
        return new Outcome.Pending(
                which + " " + invitation + " of " + login + " (id " + id + ") to " + client.organization()
                        + " waits for acceptance; " + retention(access),
                invitation,
                client.now().plus(ASK_AGAIN));
    }

    private String retention(Access access) {
        Instant until = access.restorableUntil();
        if (until == null || kept(access)) {
            return until == null ? "GitHub says no limit" : Retention.kept(until);
        }
        return "GitHub kept the former settings until " + until + " only, role and teams come from the journal";
    }

    private Outcome complete(Access access, Holder holder) {
        List<String> given = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        if (Held.role(access).equals("admin") && !holder.owner()) {
            makeOwner(holder);
            given.add("role admin");
        }
        Map<String, String> present = teams.fetch(holder);
        Held.teams(access).forEach((slug, role) -> {
            String now = present.get(slug);
            if (role.equals(now) || "maintainer".equals(now)) {
                return;
            }
            if (teams.put(holder, slug, role)) {
                given.add("team " + slug + " (" + role + ")");
                return;
            }
            gone.add(slug);
        });
        String lost = gone.isEmpty() ? "" : "; these teams are gone: " + String.join(", ", gone);
        if (given.isEmpty()) {
            return new Outcome.AlreadySo(
                    holder + " is a member of " + client.organization() + " with everything held before" + lost);
        }
        return new Outcome.Changed(holder + " is a member of " + client.organization() + " again; given back: "
                + String.join(", ", given) + lost);
    }

    private void makeOwner(Holder holder) {
        HttpAnswer answer = client.send(
                "PUT",
                client.organizationPath("/memberships/" + GitHubClient.segment(holder.login())),
                Map.of("role", "admin"));
        if (answer.status() != 200) {
            throw client.failures().of(answer, Members.PERMISSION);
        }
    }
}
