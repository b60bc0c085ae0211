package dev.dormouse.connectors.notify;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.Surroundings;

/** Makes connectors of type {@code notify}. */
public final class NotifyProvider implements ConnectorProvider {

    @Override
    public String type() {
        return "notify";
    }

    @Override
    public Connector connect(Settings settings, Surroundings surroundings) {
        NotifyConfig config = NotifyConfig.from(settings);
        return new NotifyConnector(config, new NotifyClient(config), surroundings.patience());
    }
}
