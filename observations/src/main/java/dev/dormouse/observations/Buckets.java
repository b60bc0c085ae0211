package dev.dormouse.observations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The roll-up once more by thirty days, the bucket: of each account the first and the last event, and the first use. Looking
 * back for silences reads these, which are few, instead of the days.
 *
 * <p>A bucket is kept once a later one has begun, and is made anew when an event comes late. The one that is not over, and
 * all of a store that is filled for one use, are worked out of the days by those who ask: {@link GapSql}.
 */
final class Buckets {

    static final int DAYS = 30;

    /** Moves days before 1970 above zero, so that the remainder of a division rounds down for them too. */
    private static final int SHIFT = 1_000_000;

    private final DuckDBConnection connection;
    private final long feed;

    Buckets(DuckDBConnection connection, long feed) {
        this.connection = connection;
        this.feed = feed;
    }

    /** The first of so many days one after another, which stands for all of them. */
    static int first(int day, int days) {
        return day - Math.floorMod(day + SHIFT, days);
    }

    /** The same in SQL. */
    static String first(String day, int days) {
        return "%1$s - (%1$s + %2$d) %% %3$d".formatted(day, SHIFT, days);
    }

    /** What a bucket holds of an account, from the rows of the roll-up called {@code d}. */
    static String extremes() {
        return "min(d.oldest) oldest, max(d.newest) newest, min(case when d.kind <> 'LOGIN' then d.oldest end) oldest_use";
    }

    /**
     * Brings the buckets up to date.
     *
     * @param days a relation whose {@code day} has every day of the feed that the roll-up has got rows for since the last time
     */
    void update(String days) throws SQLException {
        SortedSet<Integer> touched = touched(days);
        if (touched.isEmpty()) {
            return;
        }
        Integer kept = keptUntil();
        int open = kept == null ? touched.last() : Math.max(kept, touched.last());
        SortedSet<Integer> due = new TreeSet<>(touched.headSet(open));
        if (kept != null && kept < open) {
            due.add(kept);
        }
        for (int bucket : due) {
            run("""
                delete from bucket where feed = %1$d and number = %2$d;
                insert into bucket select %1$d, d.account, %2$d, %4$s from daily d
                where d.feed = %1$d and d."day" between %2$d and %3$d group by d.account
                """.formatted(feed, bucket, bucket + DAYS - 1, extremes()));
        }
        if (kept == null || kept < open) {
            run("insert into bucketed values (%d, %d)".formatted(feed, open));
        }
    }

    private SortedSet<Integer> touched(String days) throws SQLException {
        SortedSet<Integer> touched = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select distinct " + first("\"day\"", DAYS) + " from " + days)) {
            while (rows.next()) {
                touched.add(rows.getInt(1));
            }
        }
        return touched;
    }

    /** The first day of the bucket that is not over; null where nothing was told yet. */
    private @Nullable Integer keptUntil() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(until) from bucketed where feed = " + feed)) {
            rows.next();
            int until = rows.getInt(1);
            return rows.wasNull() ? null : until;
        }
    }

    private void run(String sql) throws SQLException {
        DuckDb.run(connection, sql);
    }
}
