package dev.dormouse.app;

import dev.dormouse.core.config.PlainSettings;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.FileStoreProvider;
import dev.dormouse.spi.LogEntry.Summary;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.ShowsLog;
import dev.dormouse.spi.ShowsLog.LogSink;
import dev.dormouse.spi.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows what is made of a log, without a configuration. */
public final class ShowLog {

    /** A file is there or it is not. */
    private static final Patience ONCE = new Patience() {
        @Override
        public <T> T read(Supplier<T> call) {
            return call.get();
        }
    };

    private final Clock clock;

    public ShowLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param mapping the name of a mapping or a YAML file; null to recognise the format
     * @param account {@code email} to name accounts by their e-mail address; null for what the mapping calls them
     * @param zone of times without an offset; null for what the mapping says
     * @throws dev.dormouse.spi.ConnectorException where a file cannot be read at all, or nobody knows its format
     */
    public Summary read(
            List<Path> files, @Nullable String mapping, @Nullable String account, @Nullable String zone, LogSink sink) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("format", "log");
        settings.put(
                "files", String.join("\n", files.stream().map(Path::toString).toList()));
        if (mapping != null) {
            settings.put("mapping", mapping);
        }
        if (account != null) {
            settings.put("account", account);
        }
        if (zone != null) {
            settings.put("zone", zone);
        }
        Surroundings surroundings = new Surroundings(
                clock, service(FileStoreProvider.class, "file").open(PlainSettings.of(Map.of("folder", "."))), ONCE);
        try (Connector connector =
                service(ConnectorProvider.class, "files").connect(PlainSettings.of(settings), surroundings)) {
            return ((ShowsLog) connector).showLog(sink);
        }
    }

    private static <S> S service(Class<S> type, String name) {
        return ServiceLoader.load(type).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> name(one).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Object service) {
        return switch (service) {
            case ConnectorProvider provider -> provider.type();
            case FileStoreProvider provider -> provider.scheme();
            default -> "";
        };
    }
}
