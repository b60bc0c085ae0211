package dev.dormouse.observations;

import dev.dormouse.core.observations.QueriedFeed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.jooq.SQLDialect;

/** Rolls up what somebody's own query gives, inside the engine: no row comes here. */
final class QueryFeed {

    private static final String DAY = "cast(floor(cast(instant as double) / 86400000000) as integer)";
    private static final String COMPLETE =
            "account <> '' and instant is not null and kind in ('LOGIN', 'USE', 'MACHINE')";

    private final String rows;

    QueryFeed(SQLDialect dialect, String query) {
        String micros = dialect == SQLDialect.TRINO
                ? "cast(round(to_unixtime(told.instant) * 1000000) as bigint)"
                : "epoch_us(told.instant)";
        rows = " from (select lower(trim(told.account)) account, upper(told.kind) kind, " + micros + " instant from ("
                + query + ") told) r ";
    }

    QueriedFeed tally(Connection connection) throws SQLException {
        String complete = "case when " + COMPLETE + " then instant end";
        String query = "select count(*), count(" + complete + "), min(" + complete + "), max(" + complete + ")" + rows;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            long told = row.getLong(1);
            long good = row.getLong(2);
            return good == 0
                    ? new QueriedFeed(told, told, null, null)
                    : new QueriedFeed(
                            told, told - good, Micros.toInstant(row.getLong(3)), Micros.toInstant(row.getLong(4)));
        }
    }

    /** Adds everything to a feed that is new; nothing points at it yet. */
    List<String> statements(long feed, Instant eventsFrom) {
        String where = rows + "where " + COMPLETE;
        return List.of(
                "insert into event select " + feed + ", account, kind, instant, 0" + where + " and instant >= "
                        + Micros.of(eventsFrom),
                "insert into daily select " + feed + ", account, kind, " + DAY
                        + ", count(*), min(instant), max(instant)" + where + " group by account, kind, " + DAY,
                "insert into seen select " + feed + ", account, max(newest), " + newest("LOGIN") + ", " + newest("USE")
                        + ", " + newest("MACHINE") + ", 0, 0, 0, 0, null from daily where feed = " + feed
                        + " group by account");
    }

    private static String newest(String kind) {
        return "max(case when kind = '" + kind + "' then newest end)";
    }
}
