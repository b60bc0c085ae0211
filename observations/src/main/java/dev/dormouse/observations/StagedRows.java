package dev.dormouse.observations;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A temporary table of one intake, which is made when its first row comes, and goes with the connection. */
final class StagedRows implements AutoCloseable {

    private final DuckDBConnection connection;
    private final String name;
    private final String columns;
    private @Nullable DuckDBAppender appender;

    /** @param columns with their types, as in {@code create table} */
    StagedRows(DuckDBConnection connection, String name, String columns) {
        this.connection = connection;
        this.name = name;
        this.columns = columns;
    }

    /** A row that has begun; append the columns in their order and end it. */
    DuckDBAppender row() throws SQLException {
        if (appender == null) {
            make();
            appender = connection.createAppender("temp", "main", name);
            // An intake is opened by one thread and filled by another, never by two at a time.
            appender.unsafeBreakThreadConfinement();
        }
        return appender.beginRow();
    }

    boolean isEmpty() {
        return appender == null;
    }

    /** Makes all rows visible to statements, in a table that is there even if it is empty. */
    void finish() throws SQLException {
        if (appender == null) {
            make();
        } else {
            appender.flush();
        }
    }

    private void make() throws SQLException {
        DuckDb.run(connection, "create temp table " + name + "(" + columns + ")");
    }

    @Override
    public void close() throws SQLException {
        if (appender != null) {
            appender.close();
        }
    }
}
