package dev.dormouse.spi;

/**
 * A connected remote system. It says what it can do by the capability interfaces that it implements:
 * {@link ListsAccounts}, {@link ReportsActivity}, {@link OffersActions}, {@link RestoresAccess}, {@link FindsAddresses},
 * {@link SendsMessages}. There is no method that throws "unsupported".
 *
 * <p>Methods may be called from several threads. A failed call throws {@link ConnectorException}, which classifies the
 * failure; retrying, waiting and giving up belong to the caller.
 */
public interface Connector extends AutoCloseable {

    @Override
    default void close() {}
}
