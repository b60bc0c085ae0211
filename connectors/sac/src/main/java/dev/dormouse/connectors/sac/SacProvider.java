package dev.dormouse.connectors.sac;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.Surroundings;

/** Makes the connector {@code sac}. */
public final class SacProvider implements ConnectorProvider {

    @Override
    public String type() {
        return "sac";
    }

    @Override
    public Connector connect(Settings settings, Surroundings surroundings) {
        return SacConnector.of(SacConfig.of(settings), surroundings);
    }
}
