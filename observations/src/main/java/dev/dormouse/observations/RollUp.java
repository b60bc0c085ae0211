package dev.dormouse.observations;

import dev.dormouse.spi.ActivityKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * Turns what an intake has gathered into a feed: one row per account of what was seen, one per account, kind and day of
 * how often. What is told as a state replaces what was told before; events gather, each of them once.
 */
final class RollUp {

    /** What one sighting is, in the column {@code sighting} of the temporary table; others are {@link #at activity}. */
    static final byte NEVER = 1;

    static final byte DORMANT = 2;
    static final byte ACTIVE = 3;
    static final byte UNREADABLE = 4;

    static final String SIGHTINGS = "account varchar, sighting tinyint, newest bigint, problem varchar";
    static final String DESCRIBED = "account varchar, remote_id varchar, email varchar, created bigint, holds varchar";
    static final String ALIASED = "account varchar, address varchar";
    static final String OWNED = "account varchar, shared boolean";

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final DuckDBConnection connection;
    private final long feed;

    RollUp(DuckDBConnection connection, long feed) {
        this.connection = connection;
        this.feed = feed;
    }

    /** Activity of that kind. */
    static byte at(ActivityKind kind) {
        return switch (kind) {
            case LOGIN -> 10;
            case USE -> 11;
            case MACHINE -> 12;
        };
    }

    /** The feed is new. */
    void states() throws SQLException {
        boolean eachOnce = DuckDb.namesEachOnce(connection, "staged");
        run("insert into seen " + (eachOnce ? told("%s", "%s") : summed()));
    }

    /** The feed goes on: only events that it does not hold yet are added, late ones too. */
    void events() throws SQLException {
        // With the limits written out DuckDB skips all events of other days; else a year of them takes ten seconds.
        run("""
            create temp table fresh as
            select any_value(code) code, any_value(kind) kind, instant, id from logged l
            where not exists (select 1 from event e where e.feed = %1$d and e.id = l.id and e.instant = l.instant
                and e.instant between %4$d and %5$d)
            group by instant, id;
            insert into event
            select %1$d, n.account, %6$s, f.instant, f.id from fresh f join named n on n.code = f.code;
            create temp table counted as
            select code, kind, cast(floor(instant / %2$d) as integer) "day", count(*) events, min(instant) oldest,
                max(instant) newest
            from fresh group by code, kind, cast(floor(instant / %2$d) as integer);
            insert into daily
            select %1$d, n.account, %6$s, f."day", f.events, f.oldest, f.newest
            from counted f join named n on n.code = f.code;
            insert into staged
            select n.account, f.kind, max(f.newest), null from counted f join named n on n.code = f.code
            group by n.account, f.kind;
            create temp table told as %3$s;
            update seen set dormant = 0, active = 0, never = 0, unreadable = 0, problem = null
            where feed = %1$d and dormant + active + never + unreadable > 0;
            update seen set newest = greatest(seen.newest, told.newest),
                newest_login = greatest(seen.newest_login, told.newest_login),
                newest_use = greatest(seen.newest_use, told.newest_use),
                newest_machine = greatest(seen.newest_machine, told.newest_machine),
                dormant = told.dormant, active = told.active, never = told.never, unreadable = told.unreadable,
                problem = told.problem
            from told where seen.feed = told.feed and seen.account = told.account;
            insert into seen select * from told
            where not exists (select 1 from seen s where s.feed = told.feed and s.account = told.account)
            """.formatted(
                        feed, MICROS_PER_DAY, summed(), logged("min(instant)"), logged("max(instant)"), nameOfKind()));
    }

    private long logged(String number) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + number + " from logged")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void attributes() throws SQLException {
        String told = DuckDb.namesEachOnce(connection, "described")
                ? "account, remote_id, email, created, holds from described"
                : """
                    account, min(remote_id), min(email), max(created), string_agg(distinct holds, '')
                    from described group by account
                    """;
        // A log goes on: who does not occur in its newest part keeps what an earlier part told.
        run("""
            delete from attribute where feed = %1$d and account in (select account from described);
            insert into attribute select %1$d, %2$s
            """.formatted(feed, told));
    }

    void aliases() throws SQLException {
        addresses("account, lower(trim(address)) address from aliased");
    }

    /** Every address that was ever told: an account of which two are known must not be joined by one of them alone. */
    void addresses() throws SQLException {
        addresses("account, lower(trim(email)) address from described where email is not null");
    }

    private void addresses(String told) throws SQLException {
        run("""
            insert into person_alias select '', %1$d, account, address from (select distinct %2$s) t
            where not exists (select 1 from person_alias a
                where a.feed = %1$d and a.account = t.account and a.address = t.address)
            """.formatted(feed, told));
    }

    void content() throws SQLException {
        run("""
            delete from content where feed = %1$d;
            insert into content
            select %1$d, account, count(*) filter (not shared), count(*) filter (shared) from owned group by account
            """.formatted(feed));
    }

    private String summed() {
        return told("max(%s)", "min(%s)") + " group by account";
    }

    /** Rows of {@code seen}; how to come to the number and to the text of one account from its sightings. */
    private String told(String number, String text) {
        return """
            select %1$d feed, account, %2$s newest, %3$s newest_login, %4$s newest_use, %5$s newest_machine,
                %6$s dormant, %7$s active, %8$s never, %9$s unreadable, %10$s problem
            from staged
            """.formatted(
                        feed,
                        number.formatted("newest"),
                        number.formatted(newest(ActivityKind.LOGIN)),
                        number.formatted(newest(ActivityKind.USE)),
                        number.formatted(newest(ActivityKind.MACHINE)),
                        number.formatted(flag(DORMANT)),
                        number.formatted(flag(ACTIVE)),
                        number.formatted(flag(NEVER)),
                        number.formatted(flag(UNREADABLE)),
                        text.formatted("problem"));
    }

    private static String flag(byte sighting) {
        return "case when sighting = " + sighting + " then 1 else 0 end";
    }

    private static String newest(ActivityKind kind) {
        return "case when sighting = " + at(kind) + " then newest end";
    }

    private static String nameOfKind() {
        return Stream.of(ActivityKind.values())
                .map(kind -> "when " + at(kind) + " then '" + kind.name() + "'")
                .collect(Collectors.joining(" ", "case f.kind ", " end"));
    }

    private void run(String sql) throws SQLException {
        DuckDb.run(connection, sql);
    }
}
