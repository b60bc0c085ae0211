package dev.dormouse.app;

import dev.dormouse.core.config.ConnectorConfig;
import dev.dormouse.core.yaml.Nearest;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.SettingsException;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The types of connectors that lie on the class path. */
final class Providers {

    private final CompletableFuture<Map<String, ConnectorProvider>> byType;

    private Providers(CompletableFuture<Map<String, ConnectorProvider>> byType) {
        this.byType = byType;
    }

    /**
     * Begins to look for them: every library is opened for it, which takes as long as the configuration. By a thread of
     * their own, as two processors have one common worker, and that opens the store.
     */
    static Providers find() {
        ServiceLoader<ConnectorProvider> services = ServiceLoader.load(ConnectorProvider.class);
        return new Providers(CompletableFuture.supplyAsync(
                () -> byType(services), Thread.ofPlatform().daemon()::start));
    }

    private static Map<String, ConnectorProvider> byType(Iterable<ConnectorProvider> services) {
        Map<String, ConnectorProvider> byType = new HashMap<>();
        services.forEach(provider -> byType.put(provider.type(), provider));
        return byType;
    }

    /** @throws SettingsException where there is no such type */
    ConnectorProvider of(ConnectorConfig config) {
        Map<String, ConnectorProvider> known = byType.join();
        ConnectorProvider provider = known.get(config.type());
        if (provider == null) {
            throw config.settings()
                    .fault(
                            "connector",
                            "must be one of "
                                    + known.keySet().stream().sorted().collect(Collectors.joining(", "))
                                    + ", not '" + config.type() + "'" + Nearest.hint(config.type(), known.keySet()));
        }
        return provider;
    }
}
