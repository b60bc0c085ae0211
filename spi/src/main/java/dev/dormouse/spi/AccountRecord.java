package dev.dormouse.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as one system lists it.
 *
 * @param login the name in the spelling of the system; compared without case
 * @param remoteId the identifier that survives a rename, where the system has one
 * @param email where the system tells it
 * @param created when the account came to be; null where unknown
 * @param holds entitlements that came with the listing, for example {@code org-member}, {@code team:platform},
 *     {@code licence:business-intelligence}
 */
public record AccountRecord(
        String login,
        @Nullable String remoteId,
        AccountKind kind,
        @Nullable String email,
        @Nullable Instant created,
        List<String> holds,
        AccountDetails details) {

    public AccountRecord {
        login = login.strip();
        if (login.isEmpty()) {
            throw new IllegalArgumentException("an account needs a login");
        }
        holds = List.copyOf(holds);
    }

    /** An account of which the listing tells no details. */
    public AccountRecord(
            String login,
            @Nullable String remoteId,
            AccountKind kind,
            @Nullable String email,
            @Nullable Instant created,
            List<String> holds) {
        this(login, remoteId, kind, email, created, holds, AccountDetails.NONE);
    }

    /** A human account of which nothing but the login and one entitlement is known. */
    public static AccountRecord of(String login, String holds) {
        return new AccountRecord(login, null, AccountKind.HUMAN, null, null, List.of(holds));
    }
}
