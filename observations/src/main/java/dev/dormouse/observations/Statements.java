package dev.dormouse.observations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Runs what jOOQ wrote. Rendering is all that is asked of jOOQ: its own way of running statements loads hundreds of
 * classes more, and gathers rows that are wanted one by one.
 */
final class Statements {

    private final Database database;

    /** Hundreds of classes, which load while the sources are read. */
    private final CompletableFuture<DSLContext> dialect;

    Statements(Database database) {
        this.database = database;
        dialect = CompletableFuture.supplyAsync(() -> DSL.using(database.dialect()));
    }

    /**
     * Hands over every row; on a connection of its own, as the receiver may ask something else meanwhile. Values are
     * written into the text, quoted by jOOQ: with parameters DuckDB plans twice, and planning is most of the work for a
     * small organisation.
     */
    void each(Query query, Row receiver) throws SQLException {
        each(rendered(query), receiver);
    }

    /** The same for a statement that is text already. */
    void each(String sql, Row receiver) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                receiver.row(rows);
            }
        }
    }

    /** How the engine writes it, with all values in the text. */
    String rendered(QueryPart part) {
        return dialect.join().renderInlined(part);
    }

    /** Takes one row. */
    interface Row {
        void row(ResultSet row) throws SQLException;
    }
}
