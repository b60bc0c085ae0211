package dev.dormouse.observations;

import dev.dormouse.observations.Asked.Source;
import dev.dormouse.spi.ActivityKind;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Each entitlement of an account as a subject of its own, with the activity that belongs to it where a source says so. */
final class GrantSql {

    private static final Relation SUBJECT = new Relation("s");
    private static final Relation FEED = new Relation("f");
    private static final Relation TELLING = new Relation("t");
    private static final Relation NAMED = new Relation("k");
    private static final Relation ROW = new Relation("n");
    private static final Relation GRANT = new Relation("g");

    private final Asked asked;

    GrantSql(Asked asked) {
        this.asked = asked;
    }

    /** The entitlements that are judged, one row each. */
    Table<Record> entitlements() {
        RowN[] rows = asked.question().workflow().selection().holding().stream()
                .map(name -> DSL.row(new SelectField<?>[] {DSL.inline(name)}))
                .toArray(RowN[]::new);
        return DSL.values(rows).as("g", "entitlement");
    }

    static Field<String> entitlement() {
        return GRANT.text("entitlement");
    }

    Condition heldBySubject(Entitlements entitlements) {
        return DSL.or(asked.question().workflow().selection().holding().stream()
                .map(name -> entitlement().eq(DSL.inline(name)).and(entitlements.heldBy(SUBJECT, name)))
                .toList());
    }

    /**
     * Per application, account and entitlement, with the columns of {@code seen}. A source that tells entitlements is
     * believed about those alone that it names at all: it may call this one something else.
     */
    Table<?> seen(Source source, List<ActivityKind> kinds) {
        Condition strange =
                ROW.number("telling").eq(DSL.inline(1)).and(NAMED.text("name").isNull());
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                ROW.text("application"),
                ROW.text("account"),
                ROW.text("entitlement"),
                DSL.max(ROW.micros("newest")).as("newest"),
                DSL.max(ROW.number("dormant")).as("dormant"),
                DSL.max(ROW.number("active")).as("active"),
                DSL.max(ROW.number("never")).as("never"),
                DSL.max(DSL.when(strange, DSL.inline(1)).else_(ROW.number("unreadable")))
                        .as("unreadable"),
                DSL.min(DSL.when(strange, DSL.concat(DSL.inline("it has no record of "), ROW.text("entitlement")))
                                .else_(ROW.text("problem")))
                        .as("problem")));
        kinds.forEach(kind ->
                columns.add(DSL.max(ROW.micros(EvidenceSql.newest(kind))).as(EvidenceSql.newest(kind))));
        return DSL.select(columns)
                .from(rows(source, kinds))
                .leftJoin(named())
                .on(NAMED.micros("feed").eq(ROW.micros("feed")))
                .and(NAMED.text("name").eq(DSL.lower(ROW.text("entitlement"))))
                .groupBy(ROW.text("application"), ROW.text("account"), ROW.text("entitlement"))
                .asTable(EvidenceSql.column("n", source));
    }

    /** A row for each grant, of its own or of its account; and one more for what may be of any entitlement. */
    private Table<?> rows(Source source, List<ActivityKind> kinds) {
        Relation seen = new Relation("m");
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                SUBJECT.text("application"),
                SUBJECT.text("account"),
                SUBJECT.text("entitlement"),
                FEED.micros("feed"),
                FEED.number("telling"),
                seen.micros("newest"),
                seen.number("dormant"),
                seen.number("active"),
                seen.number("never"),
                seen.number("unreadable"),
                seen.text("problem")));
        kinds.forEach(kind -> columns.add(seen.micros(EvidenceSql.newest(kind))));
        return DSL.select(columns)
                .from(DSL.table(DSL.name("scoped")).as("s"))
                .join(feeds(List.of(source)))
                .on(FEED.text("application").eq(SUBJECT.text("application")))
                .leftJoin(DSL.table(DSL.name("seen")).as("m"))
                .on(seen.micros("feed").eq(FEED.micros("feed")))
                .and(seen.text("account").eq(keptName()))
                .unionAll(DSL.select(columns)
                        .from(DSL.table(DSL.name("scoped")).as("s"))
                        .join(feeds(List.of(source)))
                        .on(FEED.text("application").eq(SUBJECT.text("application")))
                        .join(DSL.table(DSL.name("seen")).as("m"))
                        .on(seen.micros("feed").eq(FEED.micros("feed")))
                        .and(seen.text("account").eq(any()))
                        .where(isTelling()))
                .asTable("n");
    }

    /**
     * Application, account and entitlement of each grant in that relation, with each feed and name under which activity is
     * kept for it.
     */
    Table<?> names(String grants, List<Source> sources) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                SUBJECT.text("application"),
                SUBJECT.text("account"),
                SUBJECT.text("entitlement"),
                FEED.micros("feed")));
        List<SelectField<?>> more = new ArrayList<>(columns);
        columns.add(keptName().as("name"));
        more.add(any().as("name"));
        return DSL.select(columns)
                .from(DSL.table(DSL.name(grants)).as("s"))
                .join(feeds(sources))
                .on(FEED.text("application").eq(SUBJECT.text("application")))
                .unionAll(DSL.select(more)
                        .from(DSL.table(DSL.name(grants)).as("s"))
                        .join(feeds(sources))
                        .on(FEED.text("application").eq(SUBJECT.text("application")))
                        .where(isTelling()))
                .asTable("g");
    }

    /** The name under which its own activity is kept; where the feed tells no entitlements, that of the account. */
    private static Field<String> keptName() {
        return DSL.when(isTelling(), name()).else_(SUBJECT.text("account"));
    }

    /** {@link Grants#name} of a subject. */
    static Field<String> name() {
        return DSL.concat(any(), DSL.lower(SUBJECT.text("entitlement")));
    }

    /** The name under which activity is kept that may be of any entitlement. */
    private static Field<String> any() {
        return DSL.concat(SUBJECT.text("account"), DSL.inline(Grants.SEPARATOR));
    }

    private static Condition isTelling() {
        return FEED.number("telling").eq(DSL.inline(1));
    }

    private Table<?> feeds(List<Source> sources) {
        return DSL.select(
                        FEED.micros("feed"),
                        FEED.text("application"),
                        DSL.when(TELLING.micros("feed").isNull(), DSL.inline(0))
                                .else_(DSL.inline(1))
                                .as("telling"))
                .from(EventsSql.pairs(asked, sources))
                .leftJoin(DSL.selectDistinct(ROW.micros("feed"))
                        .from(DSL.table(DSL.name("seen")).as("n"))
                        .where(isOfEntitlement())
                        .asTable("t"))
                .on(TELLING.micros("feed").eq(FEED.micros("feed")))
                .asTable("f");
    }

    /** Every entitlement that a feed names at all. */
    private static Table<?> named() {
        Field<String> name = DSL.function(
                "split_part", SQLDataType.VARCHAR, ROW.text("account"), DSL.inline(Grants.SEPARATOR), DSL.inline(2));
        return DSL.selectDistinct(ROW.micros("feed"), name.as("name"))
                .from(DSL.table(DSL.name("seen")).as("n"))
                .where(isOfEntitlement())
                .asTable("k");
    }

    private static Condition isOfEntitlement() {
        return DSL.position(ROW.text("account"), DSL.inline(Grants.SEPARATOR)).gt(DSL.inline(0));
    }
}
