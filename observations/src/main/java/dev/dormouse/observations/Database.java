package dev.dormouse.observations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** An engine that the observations live in. */
sealed interface Database extends AutoCloseable permits DuckDb, Trino {

    /** A connection of its own; the caller closes it. */
    Connection connect() throws SQLException;

    SQLDialect dialect();

    /** Runs statements, separated by semicolons, that take no parameters and give no rows. */
    void run(String sql) throws SQLException;

    /** The number in the first column of the first row; null where there is no row or no number. */
    default @Nullable Long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                return null;
            }
            long number = rows.getLong(1);
            return rows.wasNull() ? null : number;
        }
    }

    @Override
    void close();
}
