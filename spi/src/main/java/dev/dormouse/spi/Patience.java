package dev.dormouse.spi;

import java.util.function.Supplier;

/**
 * Runs one reading call and, where it fails with {@link Reaction.RetryAfter} or {@link Reaction.Unavailable}, runs it
 * again after a wait, within limits that the program owns. Only for calls that change nothing.
 */
public interface Patience {

    /** @throws ConnectorException the last failure, when the limits are used up or a repetition makes no sense */
    <T> T read(Supplier<T> call);
}
