package dev.dormouse.core.config;

import dev.dormouse.core.backtest.SeatPrice;
import dev.dormouse.core.yaml.Position;
import org.jspecify.annotations.Nullable;

/**
 * A connected system. At least one of the two connectors is there.
 *
 * @param connector of the system itself
 * @param accounts where the list of accounts comes from instead of the system
 * @param seatPrice what one seat costs; null where the file does not say
 */
public record ApplicationConfig(
        String name,
        @Nullable ConnectorConfig connector,
        @Nullable ConnectorConfig accounts,
        @Nullable SeatPrice seatPrice,
        Position position) {}
