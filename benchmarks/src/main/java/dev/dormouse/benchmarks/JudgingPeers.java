package dev.dormouse.benchmarks;

import dev.dormouse.benchmarks.JudgingSteps.Answers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;

/**
 * The same judgement by what people have at hand: PostgreSQL, SQLite, and a program with hash maps. Each gets the tables of
 * the store, of the events only those at the ends of the window. Loading is not timed, except for the program, which has
 * nothing but files.
 */
final class JudgingPeers {

    private static final List<String> TABLES = List.of(
            "account(application varchar, account varchar, login varchar, remote_id varchar, email varchar, created bigint)",
            "seen(feed bigint, account varchar, newest bigint, unreadable integer, problem varchar)",
            "daily(feed bigint, account varchar, kind varchar, day integer, events bigint)",
            "event(feed bigint, account varchar, kind varchar, instant bigint)");

    /** What was judged, and how long that took. */
    record Timed(double seconds, Answers answers) {}

    private final Path store;

    JudgingPeers(Path store) {
        this.store = store;
    }

    Timed postgres() throws SQLException, IOException {
        Path rows = exported();
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("work_mem", "512MB")
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("create table " + table);
                try (BufferedReader reader = Files.newBufferedReader(rows.resolve(name(table) + ".csv"))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + name(table) + " from stdin with (format csv)", reader);
                }
            }
            statement.execute("vacuum analyze");
            return timed(() -> JudgingSteps.counted(statement, condition()));
        }
    }

    Timed sqlite() throws SQLException, IOException {
        Path file = Path.of(store + ".sqlite");
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                statement.execute("create table " + table);
                fill(connection, table);
            }
            statement.execute("analyze");
            connection.commit();
            return timed(() -> JudgingSteps.counted(statement, condition()));
        }
    }

    private void fill(Connection into, String table) throws SQLException {
        int columns = table.split(",").length;
        String places = "?" + ", ?".repeat(columns - 1);
        try (Connection from = DriverManager.getConnection("jdbc:duckdb:" + store);
                ResultSet rows = from.createStatement().executeQuery(select(table));
                PreparedStatement insert =
                        into.prepareStatement("insert into " + name(table) + " values (" + places + ")")) {
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    insert.setObject(column, rows.getObject(column));
                }
                insert.executeUpdate();
            }
        }
    }

    /** Reads the rows as text, line by line. */
    Timed hashMaps() throws SQLException, IOException {
        Path rows = exported();
        return timed(() -> judged(rows));
    }

    private static Answers judged(Path rows) throws IOException {
        Map<String, long[]> counts = new HashMap<>();
        long start = JudgingByHand.before(90);
        long now = JudgingByHand.before(0);
        long firstDay = Math.floorDiv(start, JudgingData.MICROS_PER_DAY) + 1;
        long today = Math.floorDiv(now, JudgingData.MICROS_PER_DAY);
        each(rows.resolve("daily.csv"), row -> {
            long day = Long.parseLong(row[3]);
            if (day >= firstDay && day < today) {
                add(counts, row, Long.parseLong(row[4]));
            }
        });
        each(rows.resolve("event.csv"), row -> {
            long instant = Long.parseLong(row[3]);
            boolean inFirst = instant > start && instant < firstDay * JudgingData.MICROS_PER_DAY;
            if (inFirst || (instant >= today * JudgingData.MICROS_PER_DAY && instant <= now)) {
                add(counts, row, 1);
            }
        });
        Map<String, String[]> seen = new HashMap<>();
        each(rows.resolve("seen.csv"), row -> seen.put(row[1], row));
        long[] found = new long[3];
        each(rows.resolve("account.csv"), row -> found[answer(row, seen.get(row[1]), counts.get(row[1]))]++);
        return new Answers(found[0], found[1], found[2]);
    }

    private static void add(Map<String, long[]> counts, String[] row, long events) {
        counts.computeIfAbsent(row[1], account -> new long[2])[row[2].equals("LOGIN") ? 0 : 1] += events;
    }

    private static int answer(
            String[] account,
            String @org.jspecify.annotations.Nullable [] seen,
            long @org.jspecify.annotations.Nullable [] counts) {
        if (seen != null && Long.parseLong(seen[2]) > JudgingByHand.before(30)) {
            return 1;
        }
        boolean unreadable = seen != null && seen[3].equals("1");
        if (!unreadable && counts != null && (counts[0] > 2 || counts[1] > 6)) {
            return 1;
        }
        if (Long.parseLong(account[5]) > JudgingByHand.before(90)) {
            return 1;
        }
        return unreadable ? 2 : 0;
    }

    private interface Lines {
        void row(String[] row);
    }

    private static void each(Path file, Lines lines) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.row(line.split(",", -1));
            }
        }
    }

    private Path exported() throws SQLException, IOException {
        Path folder = Files.createDirectories(Path.of(store + ".rows"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + store);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                Path file = folder.resolve(name(table) + ".csv");
                statement.execute("copy (" + select(table) + ") to '" + file + "' (format csv, header false)");
            }
        }
        return folder;
    }

    private static String name(String table) {
        return table.substring(0, table.indexOf('('));
    }

    private static String select(String table) {
        String columns =
                table.substring(table.indexOf('(') + 1, table.length() - 1).replaceAll("([a-z_]+) [a-z]+", "$1");
        long day = Duration.ofDays(1).toMillis() * 1000;
        String ends = " where instant between " + JudgingByHand.before(90) + " and " + (JudgingByHand.before(90) + day)
                + " or instant > " + JudgingByHand.before(1);
        return "select " + columns + " from " + name(table) + (table.startsWith("event") ? ends : "");
    }

    private static String condition() {
        return JudgingByHand.condition(JudgingByHand.daysAndEnds());
    }

    private static Timed timed(Callable<Answers> work) throws SQLException, IOException {
        long began = System.nanoTime();
        try {
            Answers answers = work.call();
            return new Timed((System.nanoTime() - began) / 1e9, answers);
        } catch (SQLException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
