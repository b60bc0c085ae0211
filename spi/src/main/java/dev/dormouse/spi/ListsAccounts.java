package dev.dormouse.spi;

import java.util.function.Consumer;

/** Capability: names all accounts of an application. An account that is not named is gone. */
public interface ListsAccounts {

    /**
     * Hands every account to the sink. Ends normally only when the list is complete.
     *
     * @throws ConnectorException when any part of the list could not be read; the list is then of no use
     */
    Listing listAccounts(Consumer<AccountRecord> sink);
}
