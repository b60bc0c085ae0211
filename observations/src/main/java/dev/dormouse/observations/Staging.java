package dev.dormouse.observations;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Appenders to the temporary tables of one connection. */
final class Staging {

    private Staging() {}

    static DuckDBAppender appender(DuckDBConnection connection, String table) throws SQLException {
        DuckDBAppender appender = connection.createAppender("temp", "main", table);
        // An intake is opened by one thread and filled by another, never by two at a time; the appender would insist on
        // the thread that made it.
        appender.unsafeBreakThreadConfinement();
        return appender;
    }

    /** The temporary tables go with the connection. */
    static void close(DuckDBAppender appender, DuckDBConnection connection) {
        try (connection) {
            appender.close();
        } catch (SQLException failure) {
            throw ObservationsException.failed("closing an intake", failure);
        }
    }
}
