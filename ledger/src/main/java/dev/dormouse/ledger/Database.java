package dev.dormouse.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** The one connection to the database file. */
final class Database implements AutoCloseable {

    private final Connection connection;
    private final DSLContext sql;
    private final Faults faults;

    Database(Path file, Connection connection) {
        this.connection = connection;
        this.faults = new Faults(file);
        this.sql = DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(SQLDialect.SQLITE)
                .set(faults));
    }

    DSLContext sql() {
        return sql;
    }

    /** A statement whose {@link #blank blanks} are filled in again and again. */
    Prepared prepare(Supplier<Query> query) {
        return new Prepared(connection, faults, query);
    }

    static <T> Field<T> blank(Field<T> field) {
        return DSL.param(field.getName(), field.getDataType());
    }

    void begin() {
        autoCommit(false);
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw faults.of(e);
        }
        autoCommit(true);
    }

    /**
     * Also after a begin or a commit that failed: the connection is ready for the next transaction. What goes wrong here
     * must not hide what went wrong before.
     */
    void rollback(Throwable reason) {
        attempt(connection::rollback, reason);
        attempt(() -> connection.setAutoCommit(true), reason);
    }

    private static void attempt(Undoing step, Throwable reason) {
        try {
            step.run();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void autoCommit(boolean on) {
        try {
            connection.setAutoCommit(on);
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    private interface Undoing {

        void run() throws SQLException;
    }
}
