package dev.dormouse.connectors.slack;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.Surroundings;

/** Makes connectors of type {@code slack}. */
public final class SlackProvider implements ConnectorProvider {

    @Override
    public String type() {
        return "slack";
    }

    @Override
    public Connector connect(Settings settings, Surroundings surroundings) {
        return new SlackConnector(new SlackClient(SlackConfig.from(settings)), surroundings);
    }
}
