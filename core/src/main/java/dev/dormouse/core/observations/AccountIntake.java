package dev.dormouse.core.observations;

import dev.dormouse.spi.AccountRecord;
import java.util.function.Consumer;

/** Takes one list of accounts. Closed without {@link #complete} it leaves the store as it was. */
public interface AccountIntake extends Consumer<AccountRecord>, AutoCloseable {

    /** The list is whole. */
    void complete();

    @Override
    void close();
}
