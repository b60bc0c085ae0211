package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Membership in the organisation. */
final class Members implements Place {

    static final String PERMISSION = "admin:org, from an owner of the organisation";

    private final GitHubClient client;
    private final Identities identities;
    private final Teams teams;

    Members(GitHubClient client, Identities identities, Teams teams) {
        this.client = client;
        this.identities = identities;
        this.teams = teams;
    }

    @Override
    public @Nullable Holder find(AccountRef account) {
        Membership membership = findMembership(account);
        return membership != null && membership.active() ? membership.holder() : null;
    }

    /** Active or only invited; null for neither. */
    @Nullable
    Membership findMembership(AccountRef account) {
        Long id = Identities.id(account);
        Membership membership = fetch(account.login());
        if (id == null || (membership != null && membership.holder().id() == id)) {
            return membership;
        }
        String present = identities.findLogin(id);
        if (present == null || present.equalsIgnoreCase(account.login())) {
            return null;
        }
        Membership renamed = fetch(present);
        return renamed != null && renamed.holder().id() == id ? renamed : null;
    }

    private @Nullable Membership fetch(String login) {
        JsonNode json = client.find(client.organizationPath("/memberships/" + GitHubClient.segment(login)), PERMISSION);
        if (json == null) {
            return null;
        }
        List<String> enterpriseTeams = new ArrayList<>();
        json.path("enterprise_teams_providing_indirect_membership").forEach(team -> enterpriseTeams.add(team.asText()));
        // Enterprise Server of earlier years knows direct memberships only, and does not say so.
        boolean direct = json.path("direct_membership").asBoolean(true);
        JsonNode user = json.path("user");
        Holder holder = new Holder(
                user.path("id").asLong(),
                user.path("login").asText(),
                json.path("role").asText(),
                direct,
                enterpriseTeams);
        return new Membership(holder, json.path("state").asText().equals("active"));
    }

    @Override
    public List<Access.Held> fetchHeld(Holder holder) {
        List<Access.Held> held = new ArrayList<>();
        held.add(new Access.Held(AccountListing.MEMBER, holder.role()));
        teams.fetch(holder).forEach((slug, role) -> held.add(new Access.Held(Teams.ENTITLEMENT + slug, role)));
        return held;
    }

    @Override
    public @Nullable Outcome refusal(Holder holder) {
        if (!holder.direct()) {
            return throughEnterprise(holder, "nothing was removed");
        }
        if (identities.isTokenOwner(holder.id())) {
            return new Outcome.NeedsPerson(holder + " was not removed from " + client.organization()
                    + ": the token that Dormouse uses is theirs; give Dormouse another owner's token first");
        }
        if (holder.owner() && isLastOwner()) {
            return new Outcome.NeedsPerson(holder + " was not removed: the last owner of " + client.organization()
                    + " cannot leave it; make somebody else owner first");
        }
        return null;
    }

    Outcome throughEnterprise(Holder holder, String done) {
        return new Outcome.NeedsPerson(holder + " is a member of " + client.organization() + " through "
                + (holder.enterpriseTeams().isEmpty()
                        ? "the enterprise"
                        : "the enterprise teams " + String.join(", ", holder.enterpriseTeams()))
                + "; " + done + ", an owner of the enterprise must take them out there");
    }

    private boolean isLastOwner() {
        List<JsonNode> owners = new ArrayList<>();
        client.each(
                client.organizationPath("/members?role=admin&per_page=100"),
                PERMISSION,
                "there is no organisation " + client.organization() + " that the token can see",
                owners::add);
        return owners.size() <= 1;
    }

    @Override
    public String path(Holder holder) {
        return "/members/" + GitHubClient.segment(holder.login());
    }

    @Override
    public String word() {
        return "member";
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    /** A membership that was accepted, or an invitation that was not yet. */
    record Membership(Holder holder, boolean active) {}
}
