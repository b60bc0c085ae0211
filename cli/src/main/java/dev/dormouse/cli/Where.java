package dev.dormouse.cli;

import dev.dormouse.app.Workspace;
import dev.dormouse.core.config.Configuration;
import dev.dormouse.spi.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that works in a configuration's folder. */
final class Where {

    static final String CONFIG = "The folder with dormouse.yaml. Default: this folder.";
    static final String NOW = "The instant to judge at, for example 2024-06-19T12:00:00Z. Default: now.";

    @Option(names = "--config", paramLabel = "DIR", description = CONFIG)
    private @Nullable Path config;

    @Option(names = "--now", paramLabel = "INSTANT", converter = ToInstant.class, description = NOW)
    private @Nullable Instant now;

    private final Duration firstPause;

    /** @param firstPause before a failed reading call is repeated */
    Where(Duration firstPause) {
        this.firstPause = firstPause;
    }

    Where(Duration firstPause, @Nullable Path config, @Nullable Instant now) {
        this.firstPause = firstPause;
        this.config = config;
        this.now = now;
    }

    /** @param given instead of {@code --config}; null for that */
    Workspace open(@Nullable Path given, ConsoleProgress progress) {
        return Workspace.open(folder(given), System.getenv(), clock(), progress, firstPause);
    }

    /** @param readyMade stands for the folder's {@code dormouse.yaml} where it has none */
    Workspace open(Path given, String readyMade, ConsoleProgress progress) {
        return Workspace.open(folder(given), readyMade, System.getenv(), clock(), progress, firstPause);
    }

    private Path folder(@Nullable Path given) {
        if (given != null && config != null) {
            throw new SettingsException("name one folder: " + given + ", or --config " + config);
        }
        Path named = Objects.requireNonNullElse(given == null ? config : given, Path.of("."));
        if (named.endsWith(Configuration.FILE) && Files.isRegularFile(named)) {
            return Objects.requireNonNullElse(named.getParent(), Path.of("."));
        }
        return named;
    }

    private Clock clock() {
        return now == null ? Clock.systemUTC() : Clock.fixed(now, ZoneOffset.UTC);
    }
}
