package dev.dormouse.benchmarks;

import dev.dormouse.core.config.PlainSettings;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.observations.DuckDbObservations;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.FileStoreProvider;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.Sighting;
import dev.dormouse.spi.Surroundings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What Dormouse does with the log: reads it, and takes it in. */
final class ReadingSteps {

    /** With the mapping, as any log is read. */
    static final Map<String, String> MAPPED = Map.of("format", "log", "mapping", "github-audit");

    /** With the reader that knows this one format. */
    static final Map<String, String> AUDIT_LOG = Map.of("format", "github-audit-log");

    private static final Patience ONCE = new Patience() {
        @Override
        public <T> T read(Supplier<T> call) {
            return call.get();
        }
    };

    /** Events, and rows of the roll-up; 0 for what there is not. */
    record Answers(long events, long days) {}

    private final Path log;
    private final Path store;

    ReadingSteps(Path log, Path store) {
        this.log = log;
        this.store = store;
    }

    /** Makes sightings of the records and keeps none. */
    Answers read(Map<String, String> format) {
        Counting counting = new Counting();
        read(format, counting);
        return new Answers(counting.events, 0);
    }

    /** All that a pass does for a source: reads, tells each event once, rolls up, and puts it in its place. */
    Answers takeIn(Map<String, String> format) throws SQLException {
        try (DuckDbObservations observations = DuckDbObservations.open(store)) {
            try (FeedIntake intake = observations.feed("log", List.of("github/acme"))) {
                read(format, intake);
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + store);
                Statement statement = connection.createStatement()) {
            return answers(statement);
        }
    }

    /** Counted in the tables {@code event} and, where it is there, {@code daily}. */
    static Answers answers(Statement statement) throws SQLException {
        boolean rolledUp = number(statement, "select count(*) from duckdb_tables() where table_name = 'daily'") > 0;
        return new Answers(
                number(statement, "select count(*) from event"),
                rolledUp ? number(statement, "select count(*) from daily") : 0);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void read(Map<String, String> format, ActivitySink sink) {
        Map<String, String> settings = new HashMap<>(format);
        settings.put("files", log.toString());
        FileStoreProvider files =
                service(FileStoreProvider.class, one -> one.scheme().equals("file"));
        ConnectorProvider connectors =
                service(ConnectorProvider.class, one -> one.type().equals("files"));
        Surroundings surroundings = new Surroundings(
                Clock.fixed(ReadingData.NOW, ZoneOffset.UTC), files.open(PlainSettings.of(Map.of())), ONCE);
        try (Connector connector = connectors.connect(PlainSettings.of(settings), surroundings)) {
            ((ReportsActivity) connector).readActivity(sink);
        }
    }

    private static <S> S service(Class<S> type, Predicate<S> wanted) {
        return ServiceLoader.load(type).stream()
                .map(ServiceLoader.Provider::get)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static final class Counting implements ActivitySink {

        private long events;

        @Override
        public void sighting(Sighting sighting) {
            events++;
        }

        @Override
        public void attributes(AccountRecord account) {
            throw new IllegalStateException("this log tells nothing of accounts");
        }

        @Override
        public void problem(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }
}
