package dev.dormouse.observations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;

/** A Trino cluster: one catalog and schema of it, in which every statement is a transaction of its own. */
final class Trino implements Database {

    private static final Pattern SEMICOLON = Pattern.compile(";");

    private final String url;

    /** @param url with catalog and schema, for example {@code jdbc:trino://host:443/lake/dormouse?SSL=true} */
    Trino(String url) {
        this.url = url;
    }

    @Override
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("source", "dormouse");
        properties.setProperty("timezone", "UTC");
        if (!url.contains("user=")) {
            properties.setProperty("user", "dormouse");
        }
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.TRINO;
    }

    @Override
    public void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            // None of ours has a semicolon in a text.
            for (String one : SEMICOLON.splitAsStream(sql).toList()) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    /** The number of the query; 0 where there is none. */
    long count(String query) throws SQLException {
        return Objects.requireNonNullElse(number(query), 0L);
    }

    /** A number that no row has; call it again only after something has it. */
    long freshFeed() throws SQLException {
        return count("select max(feed) from (select feed from feed union all select feed from seen)") + 1;
    }

    /** From now on the source's word about these applications is that feed; in one step. */
    void point(long feed, String source, List<String> applications) throws SQLException {
        String rows = applications.stream()
                .map(application ->
                        "(" + feed + ", " + Upload.literal(source) + ", " + Upload.literal(application) + ")")
                .collect(Collectors.joining(", "));
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("merge into feed t using (values " + rows + ") s(feed, source, application)"
                    + " on t.source = s.source and t.application = s.application"
                    + " when matched then update set feed = s.feed"
                    + " when not matched then insert values (s.feed, s.source, s.application)");
        }
    }

    /** There is no connection that stays open. */
    @Override
    public void close() {}
}
