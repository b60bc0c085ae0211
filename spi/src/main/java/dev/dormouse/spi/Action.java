package dev.dormouse.spi;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be done to an account. The caller journals the intent before {@link #perform} and the outcome after
 * it, and may call it again after a crash: an action reads the present state first, and "already so" is a success.
 */
public interface Action {

    ActionDescription describe();

    /**
     * What the account holds now, complete enough for a restore; null when the account is not there.
     *
     * @throws ConnectorException when it cannot be read; then nothing may be removed
     */
    @Nullable
    Access fetchAccess(AccountRef account);

    /** Reads, acts and confirms. Throws nothing for a failure of the remote system: that is {@link Outcome.Failed}. */
    Outcome perform(AccountRef account);
}
