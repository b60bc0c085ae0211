package dev.dormouse.connectors.github;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.Surroundings;

/** Makes connectors of type {@code github}, one per organisation. */
public final class GitHubProvider implements ConnectorProvider {

    @Override
    public String type() {
        return "github";
    }

    @Override
    public Connector connect(Settings settings, Surroundings surroundings) {
        return new GitHubConnector(GitHubConfig.read(settings), surroundings);
    }
}
