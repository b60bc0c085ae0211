package dev.dormouse.connectors.github;

import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.Listing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.kohsuke.github.GHOrganization;
import org.kohsuke.github.GHUser;

/**
 * Everybody in the organisation. All members are one list and owners another, instead of one list for each role, so that
 * nobody falls between the two whose role changes meanwhile. Teams are left out: they would cost a request each.
 */
final class AccountListing {

    static final String MEMBER = "org-member";
    static final String OWNER = "org-owner";
    static final String COLLABORATOR = "outside-collaborator";

    private final GitHubConfig config;
    private final GitHubClient client;

    AccountListing(GitHubConfig config, GitHubClient client) {
        this.config = config;
        this.client = client;
    }

    Listing list(Consumer<AccountRecord> sink) {
        Instant asOf = client.now();
        GHOrganization organization = client.lists().fetchOrganization();
        Set<Long> owners = new HashSet<>();
        client.lists().eachMember(organization, "admin", user -> owners.add(user.getId()));
        Set<Long> seen = new HashSet<>();
        client.lists().eachMember(organization, user -> {
            // A page that shifted because somebody joined repeats its last person.
            if (seen.add(user.getId())) {
                sink.accept(account(user, owners.contains(user.getId()) ? List.of(MEMBER, OWNER) : List.of(MEMBER)));
            }
        });
        if (config.collaborators()) {
            client.lists().eachOutsideCollaborator(organization, user -> {
                if (seen.add(user.getId())) {
                    sink.accept(account(user, List.of(COLLABORATOR)));
                }
            });
        }
        return new Listing(asOf, "");
    }

    private static AccountRecord account(GHUser user, List<String> holds) {
        // GitHub ends the login of every account of type Bot so; the library would ask for the type user by user.
        AccountKind kind = user.getLogin().endsWith("[bot]") ? AccountKind.SERVICE : AccountKind.HUMAN;
        return new AccountRecord(user.getLogin(), Long.toString(user.getId()), kind, null, null, holds);
    }
}
