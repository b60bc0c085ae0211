package dev.dormouse.connectors.mail;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.Surroundings;

/** Makes connectors of type {@code smtp}. */
public final class MailProvider implements ConnectorProvider {

    @Override
    public String type() {
        return "smtp";
    }

    @Override
    public Connector connect(Settings settings, Surroundings surroundings) {
        return new MailConnector(MailConfig.from(settings), surroundings);
    }
}
