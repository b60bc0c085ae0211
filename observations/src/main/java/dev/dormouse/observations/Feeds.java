package dev.dormouse.observations;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;

/**
 * The numbers that the store gave to what sources tell about applications.
 *
 * @param accounts how many are listed, of all applications
 * @param withEvents those that tell events one by one; looked up only where somebody counts them
 * @param withContent those that tell what accounts own; the same
 */
record Feeds(List<Feed> all, long accounts, Set<Long> withEvents, Set<Long> withContent) {

    /** Of no feed. */
    static final long NONE = -1;

    record Feed(String source, String application, long number) {}

    static Feeds of(Statements statements) throws SQLException {
        List<Feed> all = new ArrayList<>();
        statements.each(
                "select source, application, feed from feed",
                row -> all.add(new Feed(row.getString(1), row.getString(2), row.getLong(3))));
        long[] accounts = new long[1];
        statements.each("select count(*) from account", row -> accounts[0] = row.getLong(1));
        return new Feeds(List.copyOf(all), accounts[0], Set.of(), Set.of());
    }

    /** The same, and what they tell. */
    Feeds lookedInto(Statements statements) throws SQLException {
        return new Feeds(all, accounts, in("daily", statements), in("content", statements));
    }

    /** One by one, as each answer comes with the first row that is found. */
    private Set<Long> in(String table, Statements statements) throws SQLException {
        Relation row = new Relation("t");
        Set<Long> found = new HashSet<>();
        for (long number : all.stream().map(Feed::number).distinct().toList()) {
            var query = DSL.select(row.micros("feed"))
                    .from(DSL.table(DSL.name(table)).as("t"))
                    .where(row.micros("feed").eq(DSL.inline(number)))
                    .limit(1);
            statements.each(query, one -> found.add(number));
        }
        return found;
    }

    /** {@link #NONE} where the source never told of the application. */
    long number(String source, String application) {
        return all.stream()
                .filter(feed ->
                        feed.source().equals(source) && feed.application().equals(application))
                .mapToLong(Feed::number)
                .findFirst()
                .orElse(NONE);
    }
}
