package dev.dormouse.connectors.sac;

import dev.dormouse.spi.Connector;
import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.Surroundings;
import dev.dormouse.testkit.BareSurroundings;
import dev.dormouse.testkit.MapSettings;
import dev.dormouse.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Exports that exist only here; a pattern is the start of names before a star. */
final class Exports implements FileStore {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final TreeMap<String, String> files = new TreeMap<>();

    Exports with(String name, String content) {
        files.put(name, content);
        return this;
    }

    Connector connect(Map<String, ?> settings) {
        Surroundings bare = BareSurroundings.at(new SettableClock(NOW));
        return new SacProvider()
                .connect(MapSettings.of(settings), new Surroundings(bare.clock(), this, bare.patience()));
    }

    @Override
    public List<StoredFile> find(String pattern) {
        String start = pattern.substring(0, pattern.indexOf('*'));
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(start))
                .map(file -> (StoredFile) new Stored(file.getKey(), file.getValue()))
                .toList();
    }

    private record Stored(String name, String content) implements StoredFile {

        @Override
        public Instant modified() {
            return NOW;
        }

        @Override
        public long size() {
            return content.length();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
