package dev.dormouse.app;

import dev.dormouse.core.config.ApplicationConfig;
import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.config.ConnectorConfig;
import dev.dormouse.core.config.SourceConfig;
import dev.dormouse.core.config.SourceConfig.Origin;
import dev.dormouse.core.observations.SourceHealth;
import org.jspecify.annotations.Nullable;

/** The files that a source is read from, at the beginning of a message about it; empty for what is asked for by an API. */
final class Places {

    private static final String FILES = "files";

    private final Configuration configuration;

    Places(Configuration configuration) {
        this.configuration = configuration;
    }

    String of(SourceHealth source) {
        return of(source.source(), source.application());
    }

    String of(String source, String application) {
        ConnectorConfig connector = source.equals(SourceHealth.ACCOUNTS) ? accounts(application) : activity(source);
        return connector == null || !connector.settings().keys().contains(FILES)
                ? ""
                : String.join(", ", connector.settings().texts(FILES)) + " ";
    }

    private @Nullable ConnectorConfig accounts(String application) {
        for (ApplicationConfig one : configuration.applications()) {
            if (one.name().equals(application)) {
                return one.accounts();
            }
        }
        return null;
    }

    private @Nullable ConnectorConfig activity(String name) {
        for (SourceConfig source : configuration.sources()) {
            if (source.name().equals(name) && source.origin() instanceof Origin.FromConnector from) {
                return from.connector();
            }
        }
        return null;
    }
}
