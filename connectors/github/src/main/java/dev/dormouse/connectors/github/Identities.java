package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant. GitHub removes by login, and a login that was given up may belong to another person by now: where a
 * numeric id is known, it decides.
 */
final class Identities {

    private final GitHubClient client;
    private volatile @Nullable Long tokenOwner;

    Identities(GitHubClient client) {
        this.client = client;
    }

    /** The numeric id; null where it was never known. */
    static @Nullable Long id(AccountRef account) {
        String text = account.remoteId();
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new ConnectorException(
                    GitHubErrorCode.NO_NUMERIC_ID,
                    new Reaction.Invalid(),
                    account + " cannot be looked up: " + text + " is not a numeric id of GitHub");
        }
        return Long.valueOf(text);
    }

    /** The present login of an id; null when GitHub shows no such account. */
    @Nullable
    String findLogin(long id) {
        JsonNode user = client.find("/user/" + id, "a valid token");
        return user == null ? null : user.path("login").asText();
    }

    /** Whether the id is the token's own user. A token of an app belongs to nobody. */
    boolean isTokenOwner(long id) {
        Long owner = tokenOwner;
        if (owner == null) {
            owner = fetchTokenOwner();
            tokenOwner = owner;
        }
        return owner == id;
    }

    private long fetchTokenOwner() {
        try {
            JsonNode user = client.find("/user", "a valid token");
            return user == null ? -1 : user.path("id").asLong(-1);
        } catch (ConnectorException e) {
            if (e.code() == GitHubErrorCode.PERMISSION_MISSING) {
                return -1;
            }
            throw e;
        }
    }
}
