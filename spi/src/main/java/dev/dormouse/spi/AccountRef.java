package dev.dormouse.spi;

import org.jspecify.annotations.Nullable;

/**
 * Points at one account of the connector's application.
 *
 * @param remoteId the identifier that survives a rename; null where it was never known
 */
public record AccountRef(
        String application, String login, @Nullable String remoteId) {

    @Override
    public String toString() {
        return application + ":" + login;
    }
}
