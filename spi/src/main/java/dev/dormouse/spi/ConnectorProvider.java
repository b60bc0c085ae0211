package dev.dormouse.spi;

/**
 * Makes connectors of one type. Found with {@link java.util.ServiceLoader}; the constructor must be cheap, because every
 * provider on the class path is instantiated when any of them is looked up.
 */
public interface ConnectorProvider {

    /** The word after {@code connector:} in the configuration, for example {@code github}. Lower case, unique. */
    String type();

    /**
     * Reads the settings and prepares the connector. No network call is made here, so that a configuration can be
     * checked offline.
     *
     * @throws SettingsException for a setting that is missing or wrong, with its line and column
     */
    Connector connect(Settings settings, Surroundings surroundings);
}
