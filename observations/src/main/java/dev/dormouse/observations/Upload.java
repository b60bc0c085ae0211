package dev.dormouse.observations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Copies rows that were gathered here into a table of a Trino cluster, several hundred to a statement. */
final class Upload implements AutoCloseable {

    /** Trino takes a million characters unless somebody has changed {@code query.max-length}. */
    private static final int MOST_CHARACTERS = 400_000;

    private static final int MOST_ROWS = 2_000;

    private final DuckDb local;
    private final Connection remote;

    Upload(DuckDb local, Trino remote) throws SQLException {
        this.local = local;
        this.remote = remote.connect();
    }

    /** A table of its own for rows that a later statement takes up; drop it. */
    static String temporaryName() {
        return "staged_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Appends what the query finds here to the table there, column by column. */
    void copy(String query, String table) throws SQLException {
        try (Connection connection = local.connect();
                Statement reading = connection.createStatement();
                ResultSet rows = reading.executeQuery(query)) {
            StringBuilder values = new StringBuilder();
            int count = 0;
            while (rows.next()) {
                values.append(count == 0 ? "(" : ",(");
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.append(column == 1 ? "" : ",").append(literal(rows.getObject(column)));
                }
                values.append(')');
                count++;
                if (count == MOST_ROWS || values.length() > MOST_CHARACTERS) {
                    run("insert into " + table + " values " + values);
                    values.setLength(0);
                    count = 0;
                }
            }
            if (count > 0) {
                run("insert into " + table + " values " + values);
            }
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = remote.createStatement()) {
            statement.execute(sql);
        }
    }

    static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }

    @Override
    public void close() throws SQLException {
        remote.close();
    }
}
