package dev.dormouse.observations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Which feed speaks about which application. Numbers are never used twice. */
final class FeedTable {

    private static final String SWEEP = """
            delete from seen where feed not in (select feed from feed);
            delete from attribute where feed not in (select feed from feed);
            delete from daily where feed not in (select feed from feed);
            delete from bucket where feed not in (select feed from feed);
            delete from bucketed where feed not in (select feed from feed);
            delete from event where feed not in (select feed from feed);
            delete from content where feed not in (select feed from feed);
            delete from person_alias where feed <> 0 and feed not in (select feed from feed)
            """;

    /** Feeds with events go on; everything else is told again. */
    private static final String BEGIN = """
            delete from feed where feed not in (select distinct feed from daily);
            delete from account; delete from account_attribute; delete from person_alias where feed = 0
            """;

    private final AtomicLong last;

    FeedTable(Database database) throws SQLException {
        last = new AtomicLong(Objects.requireNonNullElse(database.number("select max(feed) from feed"), 0L));
    }

    /** A number for a feed that replaces what the source said before. */
    long fresh() {
        return last.incrementAndGet();
    }

    /** The feed in which events of the source have gathered so far; null where there is none, or none for all of these. */
    @Nullable
    Long gathered(Connection connection, String source, List<String> applications) throws SQLException {
        TreeSet<Long> told = new TreeSet<>();
        String query = "select feed from feed where source = ? and application = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (String application : applications) {
                statement.setString(1, source);
                statement.setString(2, application);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        told.add(rows.getLong(1));
                    }
                }
            }
        }
        List<Long> gathering = new ArrayList<>();
        for (long feed : told) {
            if (hasEvents(connection, feed)) {
                gathering.add(feed);
            }
        }
        return gathering.size() == 1 ? gathering.getFirst() : null;
    }

    /** With a limit, as a semi-join looks through the events of all feeds. */
    private static boolean hasEvents(Connection connection, long feed) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1 from daily where feed = " + feed + " limit 1")) {
            return row.next();
        }
    }

    /** From now on the source's word about these applications is that feed. */
    static void point(DuckDBConnection connection, long feed, String source, List<String> applications)
            throws SQLException {
        for (String application : applications) {
            point(connection, "delete from feed where source = ? and application = ?", source, application);
            point(connection, "insert into feed values (" + feed + ", ?, ?)", source, application);
        }
    }

    /** Deletes what no application is told any more; called when no intake is open. */
    static void sweep(Database database) throws SQLException {
        database.run(SWEEP);
    }

    /** Forgets what a sync tells again; called when no intake is open. */
    static void begin(Database database) throws SQLException {
        // First, as it must not vouch for what is forgotten already.
        database.run(HealthTable.SET_BACK);
        database.run(BEGIN);
        database.run(JoinSql.FORGET);
        sweep(database);
    }

    static void forget(Database database, Instant eventsBefore, Instant daysBefore) throws SQLException {
        long lastDay =
                Math.floorDiv(daysBefore.getEpochSecond(), Duration.ofDays(1).toSeconds());
        // A bucket goes with the last of its days.
        database.run(
                "delete from event where instant < %d; delete from daily where day < %2$d; delete from bucket where number <= %2$d - %3$d"
                        .formatted(Micros.of(eventsBefore), lastDay, Buckets.DAYS));
    }

    private static void point(DuckDBConnection connection, String sql, String source, String application)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, source);
            statement.setString(2, application);
            statement.executeUpdate();
        }
    }
}
