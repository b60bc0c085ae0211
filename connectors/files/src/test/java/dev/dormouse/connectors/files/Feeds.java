package dev.dormouse.connectors.files;

import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.Sighting;
import dev.dormouse.spi.Surroundings;
import dev.dormouse.testkit.MapSettings;
import dev.dormouse.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads feeds the way the program does, and keeps what they told. */
final class Feeds {

    static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");

    private static final Patience ONCE = new Patience() {
        @Override
        public <T> T read(Supplier<T> call) {
            return call.get();
        }
    };

    private Feeds() {}

    static Connector connect(FileStore files, String format, Map<String, ?> more) {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of("format", format, "files", "*"));
        settings.putAll(more);
        return new FilesProvider()
                .connect(MapSettings.of(settings), new Surroundings(new SettableClock(NOW), files, ONCE));
    }

    static Told read(FileStore files, String format, Map<String, ?> more) {
        Told told = new Told();
        try (Connector connector = connect(files, format, more)) {
            told.feed = ((ReportsActivity) connector).readActivity(told);
        } catch (ConnectorException e) {
            told.failure = e;
        }
        return told;
    }

    static Told read(FileStore files, String format) {
        return read(files, format, Map.of());
    }

    static Told read(String format, String name, String content) {
        return read(new MemoryFiles().with(name, content), format);
    }

    static Told list(FileStore files) {
        Told told = new Told();
        try (Connector connector = connect(files, "github-members", Map.of())) {
            told.listing = ((ListsAccounts) connector).listAccounts(told.accounts::add);
        } catch (ConnectorException e) {
            told.failure = e;
        }
        return told;
    }

    static Sighting at(String account, String instant, ActivityKind kind) {
        return new Sighting.At(account, Instant.parse(instant), kind);
    }

    /** Everything that one reading handed over, and how it ended. */
    static final class Told implements ActivitySink {

        final List<Sighting> sightings = new ArrayList<>();
        final List<AccountRecord> accounts = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();

        @Nullable
        Feed feed;

        @Nullable
        Listing listing;

        @Nullable
        ConnectorException failure;

        @Override
        public void sighting(Sighting sighting) {
            sightings.add(sighting);
        }

        @Override
        public void attributes(AccountRecord account) {
            accounts.add(account);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        Feed feed() {
            if (feed == null) {
                throw new AssertionError("the feed was not read to its end", failure);
            }
            return feed;
        }

        Listing listing() {
            if (listing == null) {
                throw new AssertionError("the list was not read to its end", failure);
            }
            return listing;
        }

        ConnectorException failure() {
            if (failure == null) {
                throw new AssertionError("read to the end, with " + sightings + " and " + problems);
            }
            return failure;
        }

        List<String> logins() {
            return accounts.stream().map(AccountRecord::login).toList();
        }
    }
}
