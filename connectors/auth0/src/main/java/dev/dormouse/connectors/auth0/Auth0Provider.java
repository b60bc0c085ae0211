package dev.dormouse.connectors.auth0;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.Surroundings;

/** Makes connectors of type {@code auth0}. */
public final class Auth0Provider implements ConnectorProvider {

    @Override
    public String type() {
        return "auth0";
    }

    @Override
    public Connector connect(Settings settings, Surroundings surroundings) {
        Auth0Config config = Auth0Config.from(settings);
        return new Auth0Connector(config, new Auth0Client(config, surroundings.clock()), surroundings);
    }
}
