package dev.dormouse.observations;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;

/** Which feed speaks about which application. Numbers are never used twice. */
final class FeedTable {

    /** What one sighting is, in the column {@code kind} of the temporary table. */
    static final byte AT = 0;

    static final byte NEVER = 1;
    static final byte DORMANT = 2;
    static final byte ACTIVE = 3;
    static final byte UNREADABLE = 4;

    private static final String SWEEP = """
            delete from seen where feed not in (select feed from feed);
            delete from attribute where feed not in (select feed from feed)
            """;

    private final AtomicLong last;

    FeedTable(DuckDb database) throws SQLException {
        last = new AtomicLong(Objects.requireNonNullElse(database.number("select max(feed) from feed"), 0L));
    }

    /** Rolls up the temporary tables of this connection into a new feed, which replaces the former one of the source. */
    void publish(DuckDBConnection connection, String source, List<String> applications) throws SQLException {
        long feed = last.incrementAndGet();
        DuckDb.inTransaction(connection, () -> {
            DuckDb.run(connection, rollUp(feed));
            for (String application : applications) {
                point(connection, "delete from feed where source = ? and application = ?", source, application);
                point(connection, "insert into feed values (" + feed + ", ?, ?)", source, application);
            }
        });
    }

    private static String rollUp(long feed) {
        return """
            insert into seen
            select %1$d, account, max(newest), max(case when kind = %2$d then 1 else 0 end),
                max(case when kind = %3$d then 1 else 0 end), max(case when kind = %4$d then 1 else 0 end),
                max(case when kind = %5$d then 1 else 0 end), min(problem)
            from staged group by account;
            insert into attribute
            select %1$d, account, min(remote_id), min(email), max(created), string_agg(distinct holds, '')
            from described group by account
            """.formatted(feed, DORMANT, ACTIVE, NEVER, UNREADABLE);
    }

    /** Deletes what no application is told any more; called when no intake is open. */
    static void sweep(DuckDb database) throws SQLException {
        database.run(SWEEP);
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
