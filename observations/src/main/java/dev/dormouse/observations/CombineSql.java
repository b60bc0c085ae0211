package dev.dormouse.observations;

import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.observations.Asked.Source;
import dev.dormouse.spi.ActivityKind;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** How the weights of the sources become one. */
final class CombineSql {

    private static final Relation WEIGHED = new Relation("w");

    private final List<Source> sources;

    CombineSql(List<Source> sources) {
        this.sources = sources;
    }

    Field<Integer> combined(Combine combine) {
        return switch (combine) {
            case LATEST, ANY_ACTIVE_CLEARS -> all();
            case FIRST_AVAILABLE -> firstAvailable();
        };
    }

    static Field<Integer> code(Source source) {
        return WEIGHED.number(EvidenceSql.column("code", source));
    }

    private static Field<Integer> weight(Source source) {
        return WEIGHED.number(EvidenceSql.column("weight", source));
    }

    private static Field<Long> newest(Source source) {
        return WEIGHED.micros(EvidenceSql.column("newest", source));
    }

    private Field<Integer> all() {
        return DSL.when(any(Weight.ACTIVE), Weight.ACTIVE.sql())
                .when(any(Weight.UNKNOWN), Weight.UNKNOWN.sql())
                .when(any(Weight.INACTIVE), Weight.INACTIVE.sql())
                .else_(Weight.UNKNOWN.sql());
    }

    private Condition any(Weight weight) {
        return anyOf(sources.stream().map(source -> weight.is(weight(source))).toList());
    }

    /** False for none; jOOQ takes an empty list for no condition at all. A workflow for commands has no sources. */
    static Condition anyOf(List<Condition> conditions) {
        return conditions.isEmpty() ? DSL.falseCondition() : DSL.or(conditions);
    }

    private Field<Integer> firstAvailable() {
        Field<Long> login = value(ActivityKind.LOGIN);
        Field<Long> use = value(ActivityKind.USE);
        Field<Integer> loginWeight = valueWeight(ActivityKind.LOGIN);
        Field<Integer> useWeight = valueWeight(ActivityKind.USE);
        Condition oneIsActive = Weight.ACTIVE.is(loginWeight).or(Weight.ACTIVE.is(useWeight));
        return DSL.when(login.isNull().and(use.isNull()), all())
                .when(anyAsked(Weight.ACTIVE), Weight.ACTIVE.sql())
                .when(anyAsked(Weight.UNKNOWN).and(oneIsActive), Weight.ACTIVE.sql())
                .when(anyAsked(Weight.UNKNOWN), Weight.UNKNOWN.sql())
                .when(login.isNull().or(use.gt(login)), useWeight)
                .else_(loginWeight);
    }

    private List<Source> withWindow(ActivityKind kind) {
        return sources.stream()
                .filter(source -> !source.givesVerdicts() && source.rule().kind() == kind)
                .toList();
    }

    /** The first instant by priority; NULL where no source of the kind has one. */
    private Field<Long> value(ActivityKind kind) {
        Field<Long> none = DSL.castNull(Long.class);
        CaseConditionStep<Long> cases = DSL.when(DSL.inline(1).eq(DSL.inline(0)), none);
        for (Source source : withWindow(kind)) {
            cases = cases.when(Code.AT.is(code(source)), newest(source));
        }
        return cases.else_(none);
    }

    private Field<Integer> valueWeight(ActivityKind kind) {
        CaseConditionStep<Integer> cases = DSL.when(DSL.inline(1).eq(DSL.inline(0)), Weight.OUT.sql());
        for (Source source : withWindow(kind)) {
            cases = cases.when(Code.AT.is(code(source)), weight(source));
        }
        return cases.else_(Weight.OUT.sql());
    }

    /** Whether a source of verdicts, or one before the first value of its kind, has this weight. */
    private Condition anyAsked(Weight weight) {
        List<Condition> conditions = new ArrayList<>();
        sources.stream()
                .filter(Source::givesVerdicts)
                .map(source -> weight.is(weight(source)))
                .forEach(conditions::add);
        for (ActivityKind kind : ActivityKind.values()) {
            conditions.add(beforeValue(kind, weight));
        }
        return DSL.or(conditions);
    }

    private static final int REACHED = 1;

    private Condition beforeValue(ActivityKind kind, Weight weight) {
        CaseConditionStep<Integer> cases = DSL.when(DSL.inline(1).eq(DSL.inline(0)), DSL.inline(0));
        for (Source source : withWindow(kind)) {
            cases = cases.when(Code.AT.is(code(source)), DSL.inline(0))
                    .when(weight.is(weight(source)), DSL.inline(REACHED));
        }
        return cases.else_(DSL.inline(0)).eq(DSL.inline(REACHED));
    }
}
