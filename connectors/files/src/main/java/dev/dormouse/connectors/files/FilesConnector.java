package dev.dormouse.connectors.files;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.KnowsItsSize;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.Surroundings;

/** A feed out of files; its format decides what it is able to tell. */
sealed interface FilesConnector extends Connector, KnowsItsSize permits ActivityFiles, AccountFiles, LogFiles {

    static FilesConnector of(FilesConfig config, Settings settings, Surroundings surroundings) {
        FilesClient client = new FilesClient(config, surroundings);
        return switch (config.format()) {
            case ActivityFormat format -> new ActivityFiles(format, config, client);
            case AccountsFormat format -> new AccountFiles(format, client);
            case LogFormat format -> new LogFiles(config, LogConfig.of(settings, surroundings), client);
        };
    }
}
