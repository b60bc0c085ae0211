package dev.dormouse.observations;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jooq.SQLDialect;

/** One open database and the way to further connections to it; there is one per intake and one per running query. */
final class DuckDb implements Database {

    /**
     * Enough for a million accounts without touching the disk, and far from what a server has. Beyond it DuckDB moves
     * to temporary files.
     */
    private static final String MEMORY_LIMIT = "2GB";

    private final DuckDBConnection root;
    private final HandOver handOver;
    private final boolean isKept;
    private int intakes;

    private DuckDb(DuckDBConnection root, boolean isKept) throws SQLException {
        this.root = root;
        this.isKept = isKept;
        handOver = new HandOver(root);
    }

    static DuckDb inMemory() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return open(
                "jdbc:duckdb:",
                "memory",
                temporary.resolve("dormouse-" + ProcessHandle.current().pid()),
                false);
    }

    static DuckDb open(Path file) {
        return open("jdbc:duckdb:" + file, file.toString(), Path.of(file + ".tmp"), true);
    }

    private static DuckDb open(String url, String where, Path spill, boolean isKept) {
        Properties settings = new Properties();
        // A result comes row by row instead of being built whole, in native memory, before the first.
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("memory_limit", MEMORY_LIMIT);
        // Without this an in-memory database would spill into the working directory.
        settings.setProperty("temp_directory", spill.toString());
        // Rows come back ordered where it matters; keeping the order of arrival costs memory.
        settings.setProperty("preserve_insertion_order", "false");
        try {
            return new DuckDb(DuckDBConnection.newConnection(url, false, settings), isKept);
        } catch (SQLException failure) {
            throw cannotOpen(where, failure);
        } catch (Exception failure) {
            throw cannotOpen(where, new SQLException(failure.getMessage(), failure));
        }
    }

    private static ObservationsException cannotOpen(String where, SQLException failure) {
        String told = ObservationsException.firstLine(failure);
        return told.contains("Could not set lock") || told.contains("being used by another process")
                ? new ObservationsException(
                        DuckDbErrorCode.IN_USE,
                        where + " is in use by another process; wait until it has ended, or use another folder",
                        failure)
                : new ObservationsException(
                        DuckDbErrorCode.CANNOT_OPEN,
                        where + " cannot be opened as a store of observations: " + told
                                + "; it can be read again from the systems, so move it away if it is damaged",
                        failure);
    }

    @Override
    public DuckDBConnection connect() throws SQLException {
        return root.duplicate();
    }

    /** Whether it is there after it is closed, so that what takes long to work out is worth keeping. */
    boolean isKept() {
        return isKept;
    }

    /** The way in for many rows. */
    HandOver handOver() {
        return handOver;
    }

    /**
     * So many intakes more, or fewer. Each runs its statements in a thread of its own; a helper of DuckDB would take the
     * core of another, and let the thread that waits for it spin.
     */
    synchronized void intakes(int more) throws SQLException {
        int open = intakes + more;
        int helpers = Math.max(0, Runtime.getRuntime().availableProcessors() - Math.max(1, open));
        run("set threads = " + (1 + helpers));
        intakes = open;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.DUCKDB;
    }

    @Override
    public void run(String sql) throws SQLException {
        run(root, sql);
    }

    static void run(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether no account is in the table twice: as a rule so, and then summing up would be most of the work. */
    static boolean namesEachOnce(DuckDBConnection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(distinct account) = count(*) from " + table)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Work that is done whole or not at all, on a connection that is not shared. */
    static void inTransaction(DuckDBConnection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (Throwable failure) {
            // Whatever it is: setting the mode back below would commit.
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Statements of one transaction. */
    interface Work {
        void run() throws SQLException;
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException failure) {
            throw ObservationsException.failed("closing the store of observations", failure);
        }
    }
}
