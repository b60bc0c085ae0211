package dev.dormouse.connectors.sac;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.Surroundings;

/** Exports of one system; which of them are configured decides what they are able to tell. */
sealed interface SacConnector extends Connector permits SacUsers, SacDirectory, SacFeed {

    static SacConnector of(SacConfig config, Surroundings surroundings) {
        SacClient client = new SacClient(surroundings);
        if (config.isFeed()) {
            return new SacFeed(config, client);
        }
        SacUsers users = new SacUsers(config, client);
        return config.teams().isEmpty() ? users : new SacDirectory(users, config, client);
    }
}
