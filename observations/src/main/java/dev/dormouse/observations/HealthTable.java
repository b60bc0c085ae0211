package dev.dormouse.observations;

import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * How far each source could be trusted when it was read last. A place below zero is that of an earlier sync: it vouches for
 * nothing, but a log goes on from there.
 */
final class HealthTable {

    static final String LAST_SYNC = "select * from health where place >= 0 order by place";

    /** The newest of a source first. */
    static final String EVER = "select * from health order by place desc";

    /** A sync begins. */
    static final String SET_BACK = "update health set place = -1 - place where place >= 0; delete from health_problem";

    /** Its end: what was not read this time is kept. */
    static final String REPLACE = "delete from health where place < 0"
            + " and (source, application) in (select source, application from health where place >= 0)";

    private HealthTable() {}

    static void keep(DuckDBConnection connection, List<SourceHealth> health) throws SQLException {
        DuckDb.inTransaction(connection, () -> {
            DuckDb.run(connection, SET_BACK);
            try (DuckDBAppender rows = connection.createAppender("main", "health");
                    DuckDBAppender problems = connection.createAppender("main", "health_problem")) {
                for (int place = 0; place < health.size(); place++) {
                    append(rows, place, health.get(place));
                    List<Problem> found = health.get(place).problems();
                    for (int line = 0; line < found.size(); line++) {
                        problems.beginRow()
                                .append(place)
                                .append(line)
                                .append(found.get(line).position())
                                .append(found.get(line).message())
                                .endRow();
                    }
                }
            }
            DuckDb.run(connection, REPLACE);
        });
    }

    private static void append(DuckDBAppender rows, int place, SourceHealth health) throws SQLException {
        rows.beginRow()
                .append(place)
                .append(health.source())
                .append(health.application())
                .append(health.fault())
                .append(Micros.ofNullable(health.asOf()))
                .append(Micros.ofNullable(health.completeFrom()))
                .append(health.absence().name())
                .append(health.records())
                .append(health.unreadable())
                .append(health.fingerprint())
                .endRow();
    }

    static List<SourceHealth> read(Connection connection, String query) throws SQLException {
        Map<Integer, List<Problem>> problems = problems(connection);
        List<SourceHealth> health = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                health.add(new SourceHealth(
                        row.getString("source"),
                        row.getString("application"),
                        row.getString("fault"),
                        instant(row, "as_of"),
                        instant(row, "complete_from"),
                        Absence.valueOf(row.getString("absence")),
                        row.getLong("records"),
                        row.getLong("unreadable"),
                        problems.getOrDefault(row.getInt("place"), List.of()),
                        row.getString("fingerprint")));
            }
        }
        return health;
    }

    private static Map<Integer, List<Problem>> problems(Connection connection) throws SQLException {
        Map<Integer, List<Problem>> problems = new HashMap<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from health_problem order by place, line")) {
            while (row.next()) {
                problems.computeIfAbsent(row.getInt("place"), place -> new ArrayList<>())
                        .add(new Problem(row.getString("position"), row.getString("message")));
            }
        }
        return problems;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Micros.toInstant(micros);
    }
}
