package dev.dormouse.spi;

import org.jspecify.annotations.Nullable;

/** Capability: knows where to write to the person behind an account. */
public interface FindsAddresses {

    /**
     * An e-mail address, or null where the system knows none.
     *
     * @throws ConnectorException when it cannot be told whether there is one
     */
    @Nullable
    String fetchAddress(AccountRef account);
}
