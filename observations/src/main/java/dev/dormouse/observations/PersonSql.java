package dev.dormouse.observations;

import dev.dormouse.observations.Asked.Source;
import dev.dormouse.spi.ActivityKind;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What a source that counts by person saw of each account's person. What could not be joined is unreadable. */
final class PersonSql {

    /** Before the problem of a record, as opposed to that of a join, which stands for itself. */
    static final String UNREADABLE = "what it says cannot be read: ";

    private static final Relation ACCOUNT = new Relation("p");
    private static final Relation PERSON = new Relation("u");
    private static final Relation FEED = new Relation("f");
    private static final Relation ROW = new Relation("n");
    private static final Relation OWNER = new Relation("w");

    private final Asked asked;

    PersonSql(Asked asked) {
        this.asked = asked;
    }

    /** Per application and account, with the columns of {@code seen}. */
    Table<?> seen(Source source, List<ActivityKind> kinds) {
        Field<Integer> joined = DSL.when(ACCOUNT.text("person").isNull(), DSL.inline(1))
                .else_(DSL.coalesce(PERSON.number("unreadable"), DSL.inline(0)));
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                ACCOUNT.text("application"),
                ACCOUNT.text("account"),
                PERSON.micros("newest"),
                PERSON.number("dormant"),
                PERSON.number("active"),
                PERSON.number("never"),
                joined.as("unreadable"),
                DSL.coalesce(ACCOUNT.text("problem"), PERSON.text("problem")).as("problem")));
        kinds.forEach(kind -> columns.add(PERSON.micros(EvidenceSql.newest(kind))));
        return DSL.select(columns)
                .from(DSL.table(DSL.name("account_person")).as("p"))
                .leftJoin(byPerson(source, kinds))
                .on(PERSON.text("application").eq(ACCOUNT.text("application")))
                .and(PERSON.text("person").eq(ACCOUNT.text("person")))
                .where(ACCOUNT.text("application").in(asked.applications()))
                .asTable(EvidenceSql.column("n", source));
    }

    /** Of several accounts of a person the newest counts; a verdict only if all of them have it. */
    private Table<?> byPerson(Source source, List<ActivityKind> kinds) {
        Condition sure = OWNER.text("problem").isNull();
        Field<String> unread = DSL.concat(DSL.inline(UNREADABLE), ROW.text("problem"));
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                FEED.text("application"),
                OWNER.text("person"),
                DSL.max(DSL.when(sure, ROW.micros("newest"))).as("newest"),
                DSL.min(ROW.number("dormant")).as("dormant"),
                DSL.max(DSL.when(sure, ROW.number("active"))).as("active"),
                DSL.min(ROW.number("never")).as("never"),
                DSL.max(DSL.when(sure, ROW.number("unreadable")).else_(DSL.inline(1)))
                        .as("unreadable"),
                DSL.min(DSL.when(sure, unread).else_(OWNER.text("problem"))).as("problem")));
        for (ActivityKind kind : kinds) {
            String name = EvidenceSql.newest(kind);
            columns.add(DSL.max(DSL.when(sure, ROW.micros(name))).as(name));
        }
        return DSL.select(columns)
                .from(feeds(List.of(source)))
                .join(DSL.table(DSL.name("seen")).as("n"))
                .on(ROW.micros("feed").eq(FEED.micros("feed")))
                .join(DSL.table(DSL.name("seen_person")).as("w"))
                .on(OWNER.micros("feed").eq(ROW.micros("feed")))
                .and(OWNER.text("account").eq(ROW.text("account")))
                .groupBy(FEED.text("application"), OWNER.text("person"))
                .asTable("u");
    }

    private Table<?> feeds(List<Source> sources) {
        return EventsSql.pairs(asked, sources);
    }

    /** Whom the events of such a source belong to: each feed and name in it, with the accounts of the person. */
    Table<?> owners(List<Source> sources) {
        return DSL.select(
                        FEED.micros("feed"),
                        OWNER.text("account").as("name"),
                        FEED.text("application"),
                        ACCOUNT.text("account"))
                .from(feeds(sources))
                .join(DSL.table(DSL.name("seen_person")).as("w"))
                .on(OWNER.micros("feed").eq(FEED.micros("feed")))
                .join(DSL.table(DSL.name("account_person")).as("p"))
                .on(ACCOUNT.text("application").eq(FEED.text("application")))
                .and(ACCOUNT.text("person").eq(OWNER.text("person")))
                .asTable("f");
    }

    /** The list of the sources that count by person, whose names are not those of the application. */
    static Condition isNamedByApplication(Asked asked, Relation feed) {
        List<String> byPerson = asked.sources().stream()
                .filter(source -> source.rule().matchesPersons())
                .map(source -> source.rule().source())
                .toList();
        return byPerson.isEmpty()
                ? DSL.noCondition()
                : DSL.field(DSL.name(feed.alias(), "source"), SQLDataType.VARCHAR)
                        .notIn(byPerson.stream().map(DSL::inline).toList());
    }
}
