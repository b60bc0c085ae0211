package dev.dormouse.observations;

import dev.dormouse.core.condition.Property;
import dev.dormouse.observations.Asked.Source;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What is joined to the observed accounts, as far as the conditions ask for it. */
final class FactTables {

    /** One for each way to name a manager: by login, by id and by e-mail address. */
    static final List<String> MANAGER_NAMES = List.of("m1", "m2", "m3");

    private static final Relation OBSERVED = new Relation("o");
    private static final Relation ACCOUNT = new Relation("a");
    private static final Relation FEED = new Relation("f");

    private final Asked asked;
    private final AskedFacts facts;
    private final PerApplication applications;

    FactTables(Asked asked) {
        this.asked = asked;
        this.applications = new PerApplication(asked);
        this.facts = asked.facts();
    }

    Select<Record> joined(SelectJoinStep<Record> from, String accounts) {
        SelectJoinStep<Record> joined = from;
        if (!asked.tellingActivity().isEmpty() && facts.askForEvents()) {
            joined = joined.leftJoin(new EventsSql(asked, facts).counted(accounts))
                    .on(sameSubject("c"));
        }
        if (!facts.attributes().isEmpty()) {
            joined = joined.leftJoin(attributes()).on(sameAccount("x"));
        }
        if (facts.ask(Property.IS_MANAGER)) {
            joined = managers(joined);
        }
        if (facts.ask(Property.PRIVATE_CONTENT) || facts.ask(Property.PUBLIC_CONTENT)) {
            joined = joined.leftJoin(content())
                    .on(sameAccount("n"))
                    .leftJoin(contentTold())
                    .on(sameApplication("nt"));
        }
        return joined;
    }

    private static Condition sameApplication(String alias) {
        return new Relation(alias).text("application").eq(OBSERVED.text("application"));
    }

    private Condition sameAccount(String alias) {
        return applications.same(new Relation(alias), OBSERVED);
    }

    private Condition sameSubject(String alias) {
        Condition same = sameAccount(alias);
        return asked.question().workflow().selection().isAboutGrants()
                ? same.and(new Relation(alias).text("entitlement").eq(OBSERVED.text("entitlement")))
                : same;
    }

    String attribute(String name) {
        return "attribute_" + facts.attributes().indexOf(name);
    }

    private Table<?> attributes() {
        Relation row = new Relation("t");
        List<SelectField<?>> columns = new ArrayList<>(List.of(row.text("application"), row.text("account")));
        for (String name : facts.attributes()) {
            columns.add(DSL.max(DSL.when(row.text("name").eq(DSL.inline(name)), row.text("value")))
                    .as(attribute(name)));
        }
        return DSL.select(columns)
                .from(DSL.table(DSL.name("account_attribute")).as("t"))
                .where(row.text("application").in(asked.applications()))
                .and(row.text("name").in(facts.attributes()))
                .groupBy(row.text("application"), row.text("account"))
                .asTable("x");
    }

    private SelectJoinStep<Record> managers(SelectJoinStep<Record> from) {
        List<Field<String>> names = List.of(
                OBSERVED.text("account"), DSL.lower(OBSERVED.text("remote_id")), DSL.lower(OBSERVED.text("email")));
        SelectJoinStep<Record> joined = from;
        for (int way = 0; way < names.size(); way++) {
            String alias = MANAGER_NAMES.get(way);
            joined = joined.leftJoin(DSL.select(
                                    ACCOUNT.text("application"),
                                    DSL.lower(ACCOUNT.text("manager")).as("manager"))
                            .from(DSL.table(DSL.name("account")).as("a"))
                            .where(ACCOUNT.text("manager").ne(DSL.inline("")))
                            .groupBy(ACCOUNT.text("application"), DSL.lower(ACCOUNT.text("manager")))
                            .asTable(alias))
                    .on(sameApplication(alias)
                            .and(new Relation(alias).text("manager").eq(names.get(way))));
        }
        Field<Integer> untold = DSL.max(FactSql.asNumber(ACCOUNT.text("manager").isNull()));
        return joined.leftJoin(DSL.select(ACCOUNT.text("application"), untold.as("untold"))
                        .from(DSL.table(DSL.name("account")).as("a"))
                        .groupBy(ACCOUNT.text("application"))
                        .asTable("u"))
                .on(sameApplication("u"));
    }

    private Table<?> content() {
        Relation row = new Relation("t");
        return DSL.select(
                        FEED.text("application"),
                        row.text("account"),
                        DSL.sum(row.micros("private_items"))
                                .cast(SQLDataType.BIGINT)
                                .as("private_items"),
                        DSL.sum(row.micros("public_items"))
                                .cast(SQLDataType.BIGINT)
                                .as("public_items"))
                .from(DSL.table(DSL.name("content")).as("t"))
                .join(EventsSql.pairs(asked, byAccount()))
                .on(FEED.micros("feed").eq(row.micros("feed")))
                .groupBy(FEED.text("application"), row.text("account"))
                .asTable("n");
    }

    /** What a person owns elsewhere is no content of the account. */
    private List<Source> byAccount() {
        return asked.sources().stream()
                .filter(source -> !source.rule().matchesPersons())
                .toList();
    }

    private Table<?> contentTold() {
        Relation row = new Relation("t");
        return DSL.select(FEED.text("application"))
                .from(EventsSql.pairs(asked, byAccount()))
                .join(DSL.table(DSL.name("content")).as("t"))
                .on(FEED.micros("feed").eq(row.micros("feed")))
                .groupBy(FEED.text("application"))
                .asTable("nt");
    }
}
