package dev.dormouse.observations;

import java.sql.SQLException;

/**
 * The tables. {@code seen} holds one row per feed and account; {@code feed} says to which applications a feed speaks, so
 * that a feed for several of them is kept once, and so that a new one takes the place of the old in one step.
 */
final class Layout {

    /** To be raised with every change of the tables: an older file is emptied, as it can be read again. */
    private static final int VERSION = 1;

    private static final String TABLES = """
            create table if not exists layout(version integer);
            create table if not exists account(application varchar, account varchar, login varchar, remote_id varchar,
                kind varchar, email varchar, created bigint, holds varchar);
            create table if not exists feed(feed bigint, source varchar, application varchar);
            create table if not exists seen(feed bigint, account varchar, newest bigint, dormant integer,
                active integer, never integer, unreadable integer, problem varchar);
            create table if not exists attribute(feed bigint, account varchar, remote_id varchar, email varchar,
                created bigint, holds varchar);
            create table if not exists health(place integer, source varchar, application varchar, fault varchar,
                as_of bigint, complete_from bigint, absence varchar, records bigint, unreadable bigint,
                fingerprint varchar);
            create table if not exists health_problem(place integer, position varchar, message varchar);
            """;

    private static final String DROP = """
            drop table layout; drop table account; drop table feed; drop table seen; drop table attribute;
            drop table health; drop table health_problem;
            """;

    private Layout() {}

    static void prepare(DuckDb database) throws SQLException {
        database.run(TABLES);
        Long found = database.number("select max(version) from layout");
        if (found != null && found == VERSION) {
            return;
        }
        if (found != null) {
            database.run(DROP + TABLES);
        }
        database.run("insert into layout values (" + VERSION + ")");
    }
}
