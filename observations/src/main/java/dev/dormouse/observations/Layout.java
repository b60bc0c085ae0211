package dev.dormouse.observations;

import java.sql.SQLException;

/**
 * The tables. {@code seen} holds one row per feed and account; {@code feed} says to which applications a feed speaks, so
 * that a feed for several of them is kept once, and so that a new one takes the place of the old in one step.
 *
 * <p>{@code person_alias} and {@code person_declared} say whose addresses and accounts are whose; {@code person_name},
 * {@code account_person} and {@code seen_person} are what {@link JoinSql} makes of them. A person is a primary address.
 *
 * <p>Events of logs are rolled up as they arrive: {@code daily} holds rows by account, kind and UTC day since 1970, to be
 * added up where there are several; {@code event} holds the events themselves for as long as windows need them;
 * {@code bucket} and {@code bucketed} are {@link Buckets}, made of {@code daily}; of a feed the latest day in
 * {@code bucketed} counts.
 */
final class Layout {

    /** To be raised with every change of the tables: an older file is emptied, as it can be read again. */
    private static final int VERSION = 5;

    private static final String TABLES = """
            create table if not exists layout(version integer);
            create table if not exists account(application varchar, account varchar, login varchar, remote_id varchar,
                kind varchar, email varchar, created bigint, holds varchar, state varchar, manager varchar);
            create table if not exists account_attribute(application varchar, account varchar, name varchar, value varchar);
            create table if not exists feed(feed bigint, source varchar, application varchar);
            create table if not exists seen(feed bigint, account varchar, newest bigint, newest_login bigint,
                newest_use bigint, newest_machine bigint, dormant integer, active integer, never integer,
                unreadable integer, problem varchar);
            create table if not exists daily(feed bigint, account varchar, kind varchar, day integer, events bigint,
                oldest bigint, newest bigint);
            create table if not exists bucket(feed bigint, account varchar, number integer, oldest bigint, newest bigint,
                oldest_use bigint);
            create table if not exists bucketed(feed bigint, until integer);
            create table if not exists event(feed bigint, account varchar, kind varchar, instant bigint, id bigint);
            create table if not exists content(feed bigint, account varchar, private_items bigint, public_items bigint);
            create table if not exists attribute(feed bigint, account varchar, remote_id varchar, email varchar,
                created bigint, holds varchar);
            create table if not exists person_alias(owner varchar, feed bigint, account varchar, address varchar);
            create table if not exists person_declared(owner varchar, account varchar, person varchar);
            create table if not exists person_name(name varchar, person varchar);
            create table if not exists account_person(application varchar, account varchar, person varchar,
                other varchar, problem varchar);
            create table if not exists seen_person(feed bigint, account varchar, person varchar, problem varchar);
            create table if not exists health(place integer, source varchar, application varchar, fault varchar,
                as_of bigint, complete_from bigint, absence varchar, records bigint, unreadable bigint,
                fingerprint varchar);
            create table if not exists health_problem(place integer, line integer, position varchar, message varchar);
            """;

    /** Those of older versions too. */
    private static final String DROP = """
            drop table if exists layout; drop table if exists account; drop table if exists account_attribute;
            drop table if exists feed; drop table if exists seen; drop table if exists daily;
            drop table if exists bucket; drop table if exists bucketed;
            drop table if exists event; drop table if exists content; drop table if exists attribute;
            drop table if exists person_alias; drop table if exists person_declared;
            drop table if exists person_name; drop table if exists account_person;
            drop table if exists seen_person; drop table if exists health; drop table if exists health_problem;
            """;

    private Layout() {}

    static void prepare(Database database) throws SQLException {
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
