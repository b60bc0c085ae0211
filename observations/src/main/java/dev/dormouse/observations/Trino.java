package dev.dormouse.observations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;
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

    /** There is no connection that stays open. */
    @Override
    public void close() {}
}
