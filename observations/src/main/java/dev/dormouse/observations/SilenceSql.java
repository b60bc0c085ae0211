package dev.dormouse.observations;

import dev.dormouse.core.observations.Silence;
import dev.dormouse.spi.AccountKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The last activity of each kind of accounts, and how many accounts were active shortly before. */
final class SilenceSql {

    private static final Relation ACCOUNT = new Relation("a");
    private static final Relation FEED = new Relation("f");
    private static final Relation SEEN = new Relation("n");
    private static final Relation LAST = new Relation("l");

    private SilenceSql() {}

    /** The last activity alone; nearly always recent, so that nothing more need be asked. */
    static Select<?> last() {
        return DSL.select(FEED.text("source"), FEED.text("application"), DSL.max(SEEN.micros("newest")))
                .from(DSL.table(DSL.name("account")).as("a"))
                .join(DSL.table(DSL.name("feed")).as("f"))
                .on(FEED.text("application").eq(ACCOUNT.text("application")))
                .join(DSL.table(DSL.name("seen")).as("n"))
                .on(SEEN.micros("feed").eq(FEED.micros("feed")))
                .and(SEEN.text("account").eq(ACCOUNT.text("account")))
                .groupBy(FEED.text("source"), FEED.text("application"), ACCOUNT.text("kind"))
                .having(DSL.max(SEEN.micros("newest")).isNotNull());
    }

    static Select<?> silences(Instant before) {
        Field<Long> begin = LAST.micros("last").minus(DSL.inline(Silence.BEFORE.toNanos() / 1_000));
        Field<Integer> active = DSL.count(DSL.when(LAST.micros("newest").ge(begin), DSL.inline(1)));
        return DSL.select(LAST.text("source"), LAST.text("application"), LAST.text("kind"), LAST.micros("last"), active)
                .from(lastOfKind().asTable("l"))
                .where(LAST.micros("last").lt(Micros.of(before)))
                .groupBy(LAST.text("source"), LAST.text("application"), LAST.text("kind"), LAST.micros("last"))
                .having(active.ge(DSL.inline(Silence.MANY)))
                .orderBy(LAST.text("source"), LAST.text("application"), LAST.text("kind"));
    }

    private static Select<?> lastOfKind() {
        return DSL.select(
                        FEED.text("source"),
                        FEED.text("application"),
                        ACCOUNT.text("kind"),
                        SEEN.micros("newest"),
                        DSL.max(SEEN.micros("newest"))
                                .over()
                                .partitionBy(FEED.text("source"), FEED.text("application"), ACCOUNT.text("kind"))
                                .as("last"))
                .from(DSL.table(DSL.name("account")).as("a"))
                .join(DSL.table(DSL.name("feed")).as("f"))
                .on(FEED.text("application").eq(ACCOUNT.text("application")))
                .join(DSL.table(DSL.name("seen")).as("n"))
                .on(SEEN.micros("feed").eq(FEED.micros("feed")))
                .and(SEEN.text("account").eq(ACCOUNT.text("account")))
                .where(SEEN.micros("newest").isNotNull());
    }

    static Silence read(ResultSet row) throws SQLException {
        return new Silence(
                row.getString(1),
                row.getString(2),
                AccountKind.valueOf(row.getString(3)),
                Micros.toInstant(row.getLong(4)),
                row.getLong(5));
    }
}
