package dev.dormouse.observations;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/** What one intake has for itself: a connection in a transaction, and temporary tables, which go when it is closed. */
final class Staging implements AutoCloseable {

    private final DuckDb database;
    private final DuckDBConnection connection;

    Staging(DuckDb database) throws SQLException {
        this.database = database;
        connection = database.connect();
        // Rows are handed over many at a time, and each time would be a transaction of its own.
        connection.setAutoCommit(false);
        database.intakes(1);
    }

    /**
     * A temporary table, which is made when its first row comes.
     *
     * @param types the columns with their types, as in {@code create table}
     */
    StagedRows rows(String name, String types) {
        return new StagedRows(connection, database.handOver(), name, types, false);
    }

    /** The same for a table that is there, with just these columns. */
    StagedRows rowsOf(String table, String types) {
        return new StagedRows(connection, database.handOver(), table, types, true);
    }

    DuckDBConnection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            database.intakes(-1);
        }
    }
}
