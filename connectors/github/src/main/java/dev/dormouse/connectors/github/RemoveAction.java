package dev.dormouse.connectors.github;

import dev.dormouse.spi.Access;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.Action;
import dev.dormouse.spi.ActionDescription;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Removes an account from the first of its places where it is found. */
final class RemoveAction implements Action {

    private final ActionDescription description;
    private final List<Place> places;
    private final Members members;
    private final GitHubClient client;

    RemoveAction(ActionDescription description, List<Place> places, Members members, GitHubClient client) {
        this.description = description;
        this.places = List.copyOf(places);
        this.members = members;
        this.client = client;
    }

    @Override
    public ActionDescription describe() {
        return description;
    }

    @Override
    public @Nullable Access fetchAccess(AccountRef account) {
        Instant readAt = client.now();
        for (Place place : places) {
            Holder holder = place.find(account);
            if (holder != null) {
                return new Access(
                        account,
                        Long.toString(holder.id()),
                        readAt,
                        place.fetchHeld(holder),
                        readAt.plus(Retention.KEPT));
            }
        }
        return null;
    }

    @Override
    public Outcome perform(AccountRef account) {
        try {
            for (Place place : places) {
                Holder holder = place.find(account);
                if (holder != null) {
                    return new Removal(client, place, members, account, holder).run();
                }
            }
            return absent(account);
        } catch (ConnectorException e) {
            return Failures.outcome(e);
        }
    }

    private Outcome absent(AccountRef account) {
        if (!places.contains(members) && members.find(account) != null) {
            return new Outcome.Skipped(account + " is a member of " + client.organization()
                    + ", not an outside collaborator; github.remove-member removes members");
        }
        String words = places.stream().map(Place::word).collect(Collectors.joining(" or "));
        return new Outcome.AlreadySo(account + " is no " + words + " of " + client.organization());
    }
}
