package dev.dormouse.core.config;

import dev.dormouse.spi.Settings;

/**
 * A connector to be made.
 *
 * @param type the word after {@code connector:}; {@code files} where {@code files:} implies it
 * @param settings everything else in the same mapping
 */
public record ConnectorConfig(String type, Settings settings) {}
