package dev.dormouse.observations;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Runs what jOOQ wrote. Rendering is all that is asked of jOOQ: its own way of running statements loads hundreds of
 * classes more, and gathers rows that are wanted one by one.
 */
final class Statements {

    private final DuckDb database;
    private final DSLContext dialect = DSL.using(SQLDialect.DUCKDB);

    Statements(DuckDb database) {
        this.database = database;
    }

    /** Hands over every row; on a connection of its own, as the receiver may ask something else meanwhile. */
    void each(Query query, Row receiver) throws SQLException {
        try (DuckDBConnection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(dialect.render(query))) {
            List<Object> values = dialect.extractBindValues(query);
            for (int place = 0; place < values.size(); place++) {
                statement.setObject(place + 1, values.get(place));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    receiver.row(rows);
                }
            }
        }
    }

    /** Takes one row. */
    interface Row {
        void row(ResultSet row) throws SQLException;
    }
}
