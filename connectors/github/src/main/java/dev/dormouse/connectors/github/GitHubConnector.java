package dev.dormouse.connectors.github;

import dev.dormouse.spi.Access;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.Action;
import dev.dormouse.spi.ActionDescription;
import dev.dormouse.spi.ActionDescription.Confirmation;
import dev.dormouse.spi.ActionDescription.Effect;
import dev.dormouse.spi.ActionDescription.Repetition;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.FindsAddresses;
import dev.dormouse.spi.KeepsSets;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.OffersActions;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.RestoresAccess;
import dev.dormouse.spi.Surroundings;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One GitHub organisation. */
final class GitHubConnector
        implements Connector, ListsAccounts, ReportsActivity, FindsAddresses, OffersActions, RestoresAccess, KeepsSets {

    private final GitHubClient client;
    private final AccountListing listing;
    private final AuditLog auditLog;
    private final Addresses addresses;
    private final Teams teams;
    private final Members members;
    private final Collaborators collaborators;
    private final MemberRestore memberRestore;
    private final CollaboratorRestore collaboratorRestore;

    GitHubConnector(GitHubConfig config, Surroundings surroundings) {
        client = new GitHubClient(config, surroundings);
        Identities identities = new Identities(client);
        teams = new Teams(client);
        listing = new AccountListing(config, client);
        auditLog = new AuditLog(config, client);
        addresses = new Addresses(client, identities);
        members = new Members(client, identities, teams);
        collaborators = new Collaborators(client);
        memberRestore = new MemberRestore(client, members, identities, teams);
        collaboratorRestore = new CollaboratorRestore(client, collaborators, identities);
    }

    @Override
    public Listing listAccounts(Consumer<AccountRecord> sink) {
        return listing.list(sink);
    }

    @Override
    public Feed readActivity(ActivitySink sink) {
        return auditLog.read(sink);
    }

    @Override
    public @Nullable String fetchAddress(AccountRef account) {
        return addresses.fetch(account);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                remove(
                        "github.remove-member",
                        "Removes a member from the organisation, and with it from its teams.",
                        List.of(members)),
                remove(
                        "github.remove-collaborator",
                        "Removes an outside collaborator from every repository of the organisation.",
                        List.of(collaborators)),
                remove(
                        "github.remove",
                        "Removes a member or an outside collaborator, whichever the account is.",
                        List.of(members, collaborators)));
    }

    private Action remove(String name, String text, List<Place> places) {
        return new RemoveAction(
                new ActionDescription(
                        name,
                        text,
                        "removal:\n  - do: " + name + "\n",
                        places.getLast().permission(),
                        Effect.DESTRUCTIVE,
                        Repetition.ONCE,
                        Confirmation.READBACK),
                places,
                members,
                client);
    }

    @Override
    public Outcome restore(Access access) {
        try {
            String remoteId = access.remoteId();
            Long id = Identities.id(new AccountRef(
                    access.account().application(),
                    access.account().login(),
                    remoteId == null ? access.account().remoteId() : remoteId));
            if (id == null) {
                return new Outcome.Failed(
                        access.account() + " cannot be restored: no numeric id was kept, and a login may have changed"
                                + " hands; invite the person on GitHub",
                        GitHubErrorCode.NO_NUMERIC_ID.name(),
                        new Reaction.Invalid());
            }
            return Held.membership(access)
                    ? memberRestore.restore(access, id)
                    : collaboratorRestore.restore(access, id);
        } catch (ConnectorException e) {
            return Failures.outcome(e);
        }
    }

    /** @param set the slug of a team */
    @Override
    public List<String> members(String set) {
        return team(set).fetch();
    }

    @Override
    public List<String> replace(String set, List<String> wanted) {
        return team(set).replace(wanted);
    }

    private TeamSet team(String slug) {
        return new TeamSet(client, members, teams, slug);
    }

    @Override
    public void close() {
        client.close();
    }
}
