package dev.dormouse.benchmarks;

import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.WorkflowReader;
import dev.dormouse.observations.DuckDbObservations;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Sighting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;

/** What is timed, each in a process of its own: by Dormouse, and by hand on the same tables. */
final class JudgingSteps {

    /** Six in the morning, so that a window begins and ends inside a day. */
    static final Instant NOW =
            JudgingData.LAST.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(6 * 3600);

    static final String CONDITION = "activity.logins(days(90)) <= 2 && activity.uses(days(90)) <= 6";

    /** How many are dormant, active and unknown. */
    record Answers(long dormant, long active, long unknown) {}

    private final Path file;

    JudgingSteps(Path file) {
        this.file = file;
    }

    /** Loads the classes of Dormouse and of DuckDB, as these times are about the work and not about the start of Java. */
    static void warm() {
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            judged(store, "inactiveFor: 30d, when: \"" + CONDITION + "\"");
        }
    }

    Answers inactive() {
        return judged("inactiveFor: 90d");
    }

    Answers condition() {
        return judged("inactiveFor: 30d, when: \"" + CONDITION + "\"");
    }

    private Answers judged(String select) {
        try (DuckDbObservations store = DuckDbObservations.open(file)) {
            return judged(store, select);
        }
    }

    private static Answers judged(DuckDbObservations store, String select) {
        long[] rows = new long[1];
        Tally tally = store.judge(question(select), one -> rows[0]++);
        if (rows[0] != tally.dormant() + tally.exempt() + tally.unknown()) {
            throw new IllegalStateException("told of " + rows[0] + " accounts, counted " + tally);
        }
        return new Answers(tally.dormant(), tally.active(), tally.unknown());
    }

    /** New events of a night through the port, and the judgement; {@code batch} makes them others every time. */
    Answers nightly(long accounts, long events, long batch) {
        Random random = new Random(batch);
        try (DuckDbObservations store = DuckDbObservations.open(file)) {
            try (FeedIntake intake = store.feed("log", List.of(JudgingData.APPLICATION))) {
                for (long event = 0; event < events; event++) {
                    intake.sighting(new Sighting.Event(
                            "user-%08d".formatted(random.nextLong(accounts)),
                            NOW.minusMillis(random.nextInt(6 * 3600 * 1000)),
                            random.nextInt(3) == 0 ? ActivityKind.LOGIN : ActivityKind.USE,
                            (batch << 32) + event));
                }
            }
            return judged(store, "inactiveFor: 30d, when: \"" + CONDITION + "\"");
        }
    }

    Answers byHand(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings(file));
                Statement statement = connection.createStatement()) {
            return counted(statement, sql);
        }
    }

    /** Those of Dormouse, for what is done by hand. */
    static Properties settings(Path file) {
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("memory_limit", "2GB");
        settings.setProperty("temp_directory", file + ".tmp");
        settings.setProperty("preserve_insertion_order", "false");
        return settings;
    }

    /** Reads the rows of everybody who is not active; the others are counted. */
    static Answers counted(Statement statement, String sql) throws SQLException {
        long listed;
        try (ResultSet row = statement.executeQuery("select count(*) from account")) {
            row.next();
            listed = row.getLong(1);
        }
        long dormant = 0;
        long unknown = 0;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (rows.getString("answer").equals("DORMANT")) {
                    dormant++;
                } else {
                    unknown++;
                }
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    rows.getString(column);
                }
            }
        }
        return new Answers(dormant, listed - dormant - unknown, unknown);
    }

    private static Question question(String select) {
        Instant start = JudgingData.FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
        SourceHealth health = new SourceHealth(
                "log", JudgingData.APPLICATION, null, NOW, start, Absence.NOTHING_SEEN, 1, 0, List.of(), "generated");
        return new Question(
                WorkflowReader.reread(
                        """
                        workflow: benchmark
                        applications: [APPLICATION]
                        select: {sources: [log], neverActive: since-created, SELECT}
                        ---
                        zone: UTC
                        applications: [APPLICATION]
                        sources:
                          log: [APPLICATION]
                        channels: []
                        addressed: []
                        templates: []
                        """.replace("APPLICATION", JudgingData.APPLICATION).replace("SELECT", select), "benchmark"),
                NOW,
                List.of(health),
                Map.of());
    }
}
