package dev.dormouse.observations;

import dev.dormouse.core.condition.Property;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.SubjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The first part of the statement: who is in question, with everything but what the sources saw. */
final class SubjectSql {

    static final String SUBJECT = "subject";

    private static final Table<?> ACCOUNTS = DSL.table(DSL.name("account"));
    private static final int MANY = 250_000;

    private static final Relation ACCOUNT = new Relation("a");
    private static final Relation FEED = new Relation("f");
    private static final Relation ATTRIBUTE = new Relation("t");
    private static final Relation MARKED = new Relation("m");

    private final Asked asked;
    private final Entitlements entitlements;

    SubjectSql(Asked asked, Entitlements entitlements) {
        this.asked = asked;
        this.entitlements = entitlements;
    }

    /** What feeds tell about accounts, over all feeds that speak about the application. */
    CommonTableExpression<?> marked() {
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(FEED.text("application"));
        columns.add(ATTRIBUTE.text("account"));
        columns.add(DSL.min(ATTRIBUTE.text("remote_id")).as("remote_id"));
        columns.add(DSL.min(ATTRIBUTE.text("email")).as("email"));
        columns.add(DSL.max(ATTRIBUTE.micros("created")).as("created"));
        for (int place = 0; place < entitlements.names().size(); place++) {
            Field<Integer> holds = DSL.when(entitlements.containedIn(ATTRIBUTE.text("holds"), place), DSL.inline(1))
                    .else_(DSL.inline(0));
            columns.add(DSL.max(holds).as(Entitlements.column(place)));
        }
        for (String prefix : entitlements.prefixes()) {
            Condition holds = entitlements.beginsIn(ATTRIBUTE.text("holds"), prefix);
            columns.add(DSL.max(FactSql.asNumber(holds)).as(entitlements.prefixColumn(prefix)));
        }
        if (asked.facts().ask(Property.LICENCE)) {
            columns.add(DSL.min(Functions.licence(ATTRIBUTE.text("holds"))).as("licence"));
        }
        return DSL.name("marked")
                .as(DSL.select(columns)
                        .from(DSL.table(DSL.name("feed")).as("f"))
                        .join(DSL.table(DSL.name("attribute")).as("t"))
                        .on(ATTRIBUTE.micros("feed").eq(FEED.micros("feed")))
                        .where(FEED.text("application").in(asked.applications()))
                        .and(PersonSql.isNamedByApplication(asked, FEED))
                        .groupBy(FEED.text("application"), ATTRIBUTE.text("account")));
    }

    /** The listed accounts, completed; all of the workflow's applications, or just the wanted ones. */
    CommonTableExpression<?> subject(@Nullable Collection<SubjectKey> wanted) {
        var accounts = DSL.select(columns())
                .from((wanted == null ? everybody() : ACCOUNTS).as("a"))
                .leftJoin(DSL.table(DSL.name("marked")).as("m"))
                .on(new PerApplication(asked).same(MARKED, ACCOUNT));
        var inApplications = ACCOUNT.text("application").in(asked.applications());
        if (wanted == null) {
            return DSL.name(SUBJECT).as(accounts.where(inApplications));
        }
        Relation key = new Relation("w");
        return DSL.name(SUBJECT)
                .as(accounts.join(keys(wanted))
                        .on(key.text("application").eq(ACCOUNT.text("application")))
                        .and(key.text("account").eq(ACCOUNT.text("account")))
                        .where(inApplications));
    }

    /** Many are divided among threads by the engine. */
    private Table<?> everybody() {
        long accounts = asked.feeds().accounts();
        return accounts < MANY ? Functions.inTwoParts("account", accounts) : ACCOUNTS;
    }

    private List<SelectField<?>> columns() {
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(ACCOUNT.text("application"));
        columns.add(ACCOUNT.text("account"));
        columns.add(ACCOUNT.text("login"));
        columns.add(ACCOUNT.text("kind"));
        columns.add(DSL.coalesce(ACCOUNT.text("remote_id"), MARKED.text("remote_id"))
                .as("remote_id"));
        columns.add(DSL.coalesce(ACCOUNT.text("email"), MARKED.text("email")).as("email"));
        columns.add(DSL.coalesce(ACCOUNT.micros("created"), MARKED.micros("created"))
                .as("created"));
        for (int place = 0; place < entitlements.names().size(); place++) {
            String column = Entitlements.column(place);
            columns.add(DSL.when(
                            entitlements
                                    .containedIn(ACCOUNT.text("holds"), place)
                                    .or(MARKED.number(column).eq(DSL.inline(1))),
                            DSL.inline(1))
                    .else_(DSL.inline(0))
                    .as(column));
        }
        for (String prefix : entitlements.prefixes()) {
            String column = entitlements.prefixColumn(prefix);
            columns.add(FactSql.asNumber(entitlements
                            .beginsIn(ACCOUNT.text("holds"), prefix)
                            .or(MARKED.number(column).eq(DSL.inline(1))))
                    .as(column));
        }
        if (!asked.facts().areNone()) {
            columns.addAll(detailed());
        }
        return columns;
    }

    private List<SelectField<?>> detailed() {
        List<SelectField<?>> columns = new ArrayList<>(List.of(ACCOUNT.text("state"), ACCOUNT.text("manager")));
        if (asked.facts().ask(Property.LICENCE)) {
            columns.add(Functions.lesser(Functions.licence(ACCOUNT.text("holds")), MARKED.text("licence"))
                    .as("licence"));
        }
        return columns;
    }

    private static Table<Record> keys(Collection<SubjectKey> wanted) {
        RowN[] rows = wanted.stream()
                .distinct()
                .map(key -> DSL.row(new SelectField<?>[] {DSL.inline(key.application()), DSL.inline(key.account())}))
                .toArray(RowN[]::new);
        return DSL.values(rows).as("w", "application", "account");
    }

    /** What the ledger knows, as a table, which must not be empty. */
    static Table<Record> floors(Map<SubjectKey, Floor> floors) {
        List<RowN> rows = new ArrayList<>();
        floors.forEach(
                (key, floor) -> rows.add(floor(key.application(), key.account(), Micros.of(floor.at()), floor.why())));
        return DSL.values(rows.toArray(RowN[]::new)).as("l", "application", "account", "since", "why");
    }

    private static RowN floor(String application, String account, long since, String why) {
        return DSL.row(
                new SelectField<?>[] {DSL.inline(application), DSL.inline(account), DSL.inline(since), DSL.inline(why)
                });
    }
}
