package dev.dormouse.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account could do, as read before something is taken from it; enough to give it back.
 *
 * @param remoteId the identifier to restore by, for GitHub the numeric id
 * @param restorableUntil how long the remote system keeps what it needs for a restore; null for no limit
 */
public record Access(
        AccountRef account,
        @Nullable String remoteId,
        Instant readAt,
        List<Held> held,
        @Nullable Instant restorableUntil) {

    public Access {
        held = List.copyOf(held);
    }

    /**
     * One entitlement.
     *
     * @param entitlement for example {@code org-member}, {@code team:platform}, {@code repository:acme/site}
     * @param level role or permission in the words of the system, for example {@code admin}, {@code push}
     */
    public record Held(String entitlement, @Nullable String level) {}
}
