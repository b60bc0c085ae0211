package dev.dormouse.observations;

import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.condition.Property;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.observations.Asked.Source;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The layer {@code known}: what conditions ask about each observed account, a column each, NULL for unknown. */
final class FactSql {

    static final Relation OBSERVED = new Relation("o");

    private static final Relation COUNTED = new Relation("c");
    private static final Relation CONTENT = new Relation("n");
    private static final Relation ATTRIBUTE = new Relation("x");
    private static final Relation TOLD = new Relation("u");

    private final Asked asked;
    private final AskedFacts facts;
    private final Entitlements entitlements;
    private final ActivitySql activity;
    private final FactTables tables;

    FactSql(Asked asked, Entitlements entitlements) {
        this.asked = asked;
        this.facts = asked.facts();
        this.entitlements = entitlements;
        this.activity = new ActivitySql(asked);
        this.tables = new FactTables(asked);
    }

    /** @param accounts the relation that has the accounts with what the sources saw */
    CommonTableExpression<?> known(String accounts) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(DSL.table(DSL.name("o")).asterisk());
        facts.facts().forEach(fact -> columns.add(value(fact).as(facts.column(fact))));
        return DSL.name("known")
                .as(tables.joined(
                        DSL.select(columns).from(DSL.table(DSL.name(accounts)).as("o")), accounts));
    }

    private Field<?> value(Fact fact) {
        return switch (fact) {
            case Fact.Known(Property property) -> known(property);
            case Fact.Attribute(String name) -> ATTRIBUTE.text(tables.attribute(name));
            case Fact.HasAttribute(String name) ->
                asNumber(ATTRIBUTE.text(tables.attribute(name)).isNotNull());
            case Fact.Last last -> activity.last(last.kind());
            case Fact.Never _ -> activity.never();
            case Fact.InactiveFor inactive -> activity.inactiveFor(inactive.window());
            case Fact.Count count -> activity.counted(count.window(), COUNTED.micros(facts.column(fact)));
            case Fact.ActiveDays days -> activity.counted(days.window(), COUNTED.micros(facts.column(fact)));
            case Fact.Holds(String entitlement) -> asNumber(entitlements.heldBy(OBSERVED, entitlement));
            case Fact.HoldsAny(String prefix) -> OBSERVED.number(entitlements.prefixColumn(prefix));
        };
    }

    static Field<Integer> asNumber(Condition condition) {
        return DSL.when(condition, DSL.inline(1)).else_(DSL.inline(0));
    }

    private Field<?> known(Property property) {
        return switch (property) {
            case APPLICATION -> OBSERVED.text("application");
            case LOGIN -> OBSERVED.text("login");
            case ID -> OBSERVED.text("remote_id");
            case EMAIL -> OBSERVED.text("email");
            case EMAIL_DOMAIN -> Functions.domain(OBSERVED.text("email"));
            case KIND -> OBSERVED.text("kind");
            case STATE -> DSL.nullif(OBSERVED.text("state"), DSL.inline("UNKNOWN"));
            case CREATED -> ArithmeticSql.instant(OBSERVED.micros("created"));
            case LICENCE -> Functions.licenceName(OBSERVED.text("licence"));
            case MANAGER -> OBSERVED.text("manager");
            case IS_MANAGER -> isManager();
            case PRIVATE_CONTENT -> content("private_items");
            case PUBLIC_CONTENT -> content("public_items");
        };
    }

    private static Field<Integer> isManager() {
        List<Condition> named = FactTables.MANAGER_NAMES.stream()
                .map(name -> new Relation(name).text("manager").isNotNull())
                .toList();
        return DSL.when(DSL.or(named), DSL.inline(1))
                .when(TOLD.number("untold").eq(DSL.inline(1)), DSL.castNull(SQLDataType.INTEGER))
                .else_(DSL.inline(0));
    }

    /** Unknown where no source tells content, or one of those that must be read could not. */
    private Field<Long> content(String column) {
        List<Condition> missing = new ArrayList<>();
        missing.add(new Relation("nt").text("application").isNull());
        for (Source source : asked.sources()) {
            if (source.rule().need() == Need.REQUIRED) {
                missing.add(Code.UNKNOWN.is(OBSERVED.number(EvidenceSql.column("code", source))));
            }
        }
        return ArithmeticSql.counted(DSL.when(DSL.or(missing), DSL.castNull(SQLDataType.BIGINT))
                .else_(DSL.coalesce(CONTENT.micros(column), DSL.inline(0L))));
    }
}
