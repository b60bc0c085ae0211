package dev.dormouse.core.config;

import dev.dormouse.core.yaml.Position;
import org.jspecify.annotations.Nullable;

/**
 * A connected system. At least one of the two connectors is there.
 *
 * @param connector of the system itself
 * @param accounts where the list of accounts comes from instead of the system
 */
public record ApplicationConfig(
        String name,
        @Nullable ConnectorConfig connector,
        @Nullable ConnectorConfig accounts,
        Position position) {}
