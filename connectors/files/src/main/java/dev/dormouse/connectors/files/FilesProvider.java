package dev.dormouse.connectors.files;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.Surroundings;

/** Makes the connector {@code files}. */
public final class FilesProvider implements ConnectorProvider {

    @Override
    public String type() {
        return "files";
    }

    @Override
    public Connector connect(Settings settings, Surroundings surroundings) {
        return FilesConnector.of(FilesConfig.of(settings), settings, surroundings);
    }
}
