package dev.dormouse.benchmarks;

import dev.dormouse.benchmarks.ReadingSteps.Answers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** How somebody who knows the log would bring it into DuckDB, with DuckDB's own reader of JSON. */
final class ReadingByHand {

    private static final String DECLARED =
            ", format = 'newline_delimited', columns = {'@timestamp': 'BIGINT', 'action':"
                    + " 'VARCHAR', 'actor': 'VARCHAR', '_document_id': 'VARCHAR', 'programmatic_access_type': 'VARCHAR'}";

    private static final String COLUMNS = """
            "@timestamp" instant, action, actor, _document_id, programmatic_access_type""";

    private static final String KIND = """
            case when programmatic_access_type is not null then 'MACHINE'
                when action = 'user.login' then 'LOGIN' else 'USE' end""";

    private final Path log;
    private final Path store;

    ReadingByHand(Path log, Path store) {
        this.log = log;
        this.store = store;
    }

    /** All columns, as DuckDB finds them. */
    Answers everything() throws SQLException {
        return kept("create table event as select * from " + reader(""));
    }

    /** The columns that Dormouse looks at, with types that DuckDB finds out. */
    Answers detected() throws SQLException {
        return kept("create table event as select " + COLUMNS + " from " + reader(""));
    }

    /** The same with declared types, so that DuckDB need not look at anything else. */
    Answers declared() throws SQLException {
        return kept("create table event as select " + COLUMNS + " from " + reader(DECLARED));
    }

    /** What Dormouse keeps of a log: each event once, and how often each account did what on which day. */
    Answers rolledUp() throws SQLException {
        return kept("""
            create table event as
            select any_value(lower(actor)) account, any_value(%s) kind, "@timestamp" * 1000 instant,
                hash(_document_id) id
            from %s where actor is not null and action <> 'user.failed_login' group by all;
            create table daily as
            select account, kind, instant // 86400000000 "day", count(*) events, min(instant) oldest, max(instant) newest
            from event group by all;
            create table seen as
            select account, max(newest) newest, max(newest) filter (kind = 'LOGIN') newest_login,
                max(newest) filter (kind = 'USE') newest_use, max(newest) filter (kind = 'MACHINE') newest_machine
            from daily group by account
            """.formatted(KIND, reader(DECLARED)));
    }

    private String reader(String more) {
        return "read_json('" + log + "'" + more + ")";
    }

    private Answers kept(String sql) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "2GB");
        settings.setProperty("preserve_insertion_order", "false");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + store, settings);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return ReadingSteps.answers(statement);
        }
    }
}
