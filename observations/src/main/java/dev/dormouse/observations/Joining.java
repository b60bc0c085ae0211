package dev.dormouse.observations;

import dev.dormouse.core.observations.JoinTally;
import dev.dormouse.core.observations.PersonJoin;
import dev.dormouse.core.observations.PersonJoin.Declared;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Joins accounts to persons, and tells how far that went. */
final class Joining {

    private static final int EXAMPLES = 5;
    private static final int ROWS_AT_ONCE = 2_000;

    private final Database database;
    private final Statements statements;

    Joining(Database database, Statements statements) {
        this.database = database;
        this.statements = statements;
    }

    void join(PersonJoin how) {
        try {
            database.run(JoinSql.FORGET + "; delete from person_declared");
            declare(how.declared());
            for (String statement : new JoinSql(how).statements()) {
                database.run(statement);
            }
        } catch (SQLException failure) {
            throw ObservationsException.failed("joining accounts to persons", failure);
        }
    }

    private void declare(List<Declared> declared) throws SQLException {
        for (int from = 0; from < declared.size(); from += ROWS_AT_ONCE) {
            List<String> rows = declared.subList(from, Math.min(declared.size(), from + ROWS_AT_ONCE)).stream()
                    .map(one -> "(" + GapSql.quoted(one.owner()) + ", " + GapSql.quoted(one.account()) + ", "
                            + GapSql.quoted(one.person()) + ")")
                    .toList();
            // Not by run, which takes a semicolon in a name for the end of a statement.
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into person_declared values " + String.join(", ", rows));
            }
        }
    }

    JoinTally joined(String source, String application) {
        String feeds = "(select feed from feed where source = " + GapSql.quoted(source) + " and application = "
                + GapSql.quoted(application) + ")";
        try {
            long[] accounts = numbers(4, """
                select count(*), count(p.person), count(k.person), count(p.other) from account a
                left join account_person p on p.application = a.application and p.account = a.account
                left join (select distinct person from seen_person where feed in %s) k on k.person = p.person
                where a.application = %s
                """.formatted(feeds, GapSql.quoted(application)));
            long[] named = numbers(2, """
                select count(*), count(m.account) from seen n
                left join (select distinct feed, account from seen_person) m on m.feed = n.feed and m.account = n.account
                where n.feed in %s and position('\n' in n.account) = 0
                """.formatted(feeds));
            return new JoinTally(
                    source,
                    application,
                    accounts[0],
                    accounts[1],
                    accounts[2],
                    accounts[3],
                    named[0],
                    named[1],
                    examples(application));
        } catch (SQLException failure) {
            throw ObservationsException.failed("counting who of " + application + " is joined to a person", failure);
        }
    }

    private long[] numbers(int count, String query) throws SQLException {
        long[] numbers = new long[count];
        statements.each(query, row -> {
            for (int place = 0; place < count; place++) {
                numbers[place] = row.getLong(place + 1);
            }
        });
        return numbers;
    }

    private List<String> examples(String application) throws SQLException {
        List<String> examples = new ArrayList<>();
        String query = """
            select a.login, coalesce(p.problem, 'was not joined to a person') from account a
            left join account_person p on p.application = a.application and p.account = a.account
            where a.application = %s and p.person is null
            order by case when p.other is null then 1 else 0 end, a.account limit %d
            """.formatted(GapSql.quoted(application), EXAMPLES);
        statements.each(query, row -> examples.add(row.getString(1) + ": " + row.getString(2)));
        return examples;
    }
}
