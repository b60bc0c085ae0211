package dev.dormouse.observations;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.observations.Asked.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that judges a population: subject, scoped, observed, weighed, combined, answered, each a layer that
 * adds columns to the one before. The rules are those of {@link dev.dormouse.core.judging.Judge}.
 */
final class JudgingSql {

    private static final Relation SUBJECT = new Relation("s");
    private static final Relation ANSWERED = new Relation("r");

    private final Asked asked;
    private final Selection selection;
    private final Entitlements entitlements;
    private final ScopeSql scope;
    private final EvidenceSql evidence;
    private final AnswerSql answers;
    private final PerApplication applications;

    JudgingSql(Asked asked, AskedExemptions exemptions) {
        this.asked = asked;
        selection = asked.question().workflow().selection();
        entitlements = Entitlements.of(asked.question().workflow(), asked.facts());
        scope = new ScopeSql(asked, new ExemptionSql(exemptions, entitlements), entitlements);
        evidence = new EvidenceSql(asked);
        answers = new AnswerSql(selection, asked);
        applications = new PerApplication(asked);
    }

    /** Everybody in scope who is not active, by application and account. */
    Select<?> notActive() {
        return judged(null, EnumSet.complementOf(EnumSet.of(Answer.ACTIVE)));
    }

    /** Everybody in scope, by application and account. */
    Select<?> everybody() {
        return judged(null, EnumSet.allOf(Answer.class));
    }

    /** These accounts alone, whatever the answer. */
    Select<?> only(Collection<SubjectKey> wanted) {
        return judged(wanted, EnumSet.allOf(Answer.class));
    }

    /** What several conditions weigh for everybody in scope, with the facts they rest on; a column each. */
    Select<?> sideBySide(List<Condition> conditions) {
        List<SelectField<?>> columns =
                new ArrayList<>(List.of(FactSql.OBSERVED.text("application"), FactSql.OBSERVED.text("account")));
        asked.facts().facts().forEach(fact -> columns.add(asked.facts().field(FactSql.OBSERVED, fact)));
        for (int place = 0; place < conditions.size(); place++) {
            columns.add(condition(conditions.get(place)).as("condition_" + place));
        }
        return DSL.with(known())
                .select(columns)
                .from(DSL.table(DSL.name("known")).as("o"));
    }

    Select<?> countInScope() {
        return scope.count();
    }

    /** Everybody in scope whom no exemption protects now, with what a look at the past needs. */
    Select<?> unprotected() {
        return scope.unprotected();
    }

    /** The same of those alone for whom the condition is true now. */
    Select<?> unprotected(Condition when) {
        List<CommonTableExpression<?>> layers = known();
        layers.add(conditioned(when, "known"));
        return scope.unprotected(layers, List.of(), Weight.INACTIVE.is(SUBJECT.number(AnswerSql.CONDITION)));
    }

    /** The same with what is asked of them, a column each. */
    Select<?> unprotectedWithFacts() {
        List<Field<?>> columns = new ArrayList<>();
        asked.facts().facts().forEach(fact -> columns.add(asked.facts().field(SUBJECT, fact)));
        return scope.unprotected(known(), columns, DSL.noCondition());
    }

    /** Everybody in scope with what is asked of them. */
    private List<CommonTableExpression<?>> known() {
        List<CommonTableExpression<?>> layers = scope.layers(null);
        layers.addAll(List.of(observed(), new FactSql(asked, entitlements).known("observed")));
        return layers;
    }

    private Select<?> judged(@Nullable Collection<SubjectKey> wanted, Set<Answer> shown) {
        Relation answer = new Relation("z");
        return DSL.with(layers(wanted, shown))
                .select(shownColumns())
                .from(DSL.table(DSL.name("answered")).as("r"))
                .join(table(shown))
                .on(answer.number("answer").eq(ANSWERED.number("answer")))
                .orderBy(order());
    }

    private List<Field<?>> order() {
        List<Field<?>> order = new ArrayList<>();
        if (!applications.isOne()) {
            order.add(ANSWERED.text("application"));
        }
        order.add(ANSWERED.text("account"));
        if (selection.isAboutGrants()) {
            order.add(ANSWERED.text("entitlement"));
        }
        return order;
    }

    private List<CommonTableExpression<?>> layers(@Nullable Collection<SubjectKey> wanted, Set<Answer> shown) {
        List<CommonTableExpression<?>> layers = scope.layers(wanted);
        layers.addAll(List.of(observed(), weighed(), answers.combined()));
        String top = "combined";
        if (selection.when() != null) {
            if (!shown.contains(Answer.ACTIVE) && !selection.conditionAlone()) {
                layers.add(answers.open());
                top = "open";
            }
            if (!asked.facts().areNone()) {
                layers.add(new FactSql(asked, entitlements).known(top));
                top = "known";
            }
            layers.add(conditioned(selection.when(), top));
            top = "conditioned";
        }
        layers.add(answers.answered(top));
        return layers;
    }

    /**
     * Joined, not compared: a comparison would be pushed down through all layers, each of which repeats the columns of
     * the one below several times over, and planning alone would take longer than judging.
     */
    private static Table<Record> table(Set<Answer> answers) {
        RowN[] rows = answers.stream()
                .map(answer -> DSL.row(new SelectField<?>[] {AnswerSql.number(answer)}))
                .toArray(RowN[]::new);
        return DSL.values(rows).as("z", "answer");
    }

    /** Texts that are known anyway stay out, as Java takes longer to make one than the engine to judge an account. */
    private List<SelectField<?>> shownColumns() {
        Field<String> account = ANSWERED.text("account");
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(applications.isOne() ? DSL.castNull(String.class) : ANSWERED.text("application"));
        columns.add(account);
        columns.add(DSL.nullif(ANSWERED.text("login"), account));
        columns.add(ANSWERED.text("remote_id"));
        columns.add(ANSWERED.text("email"));
        columns.add(entitlement());
        columns.add(ANSWERED.number("answer"));
        columns.add(ANSWERED.text("why"));
        columns.add(ANSWERED.micros("created"));
        columns.add(ANSWERED.micros("since"));
        columns.add(ANSWERED.micros("ended"));
        columns.add(ANSWERED.number("exemption"));
        for (Source source : asked.sources()) {
            columns.add(ANSWERED.number(EvidenceSql.column("code", source)));
            columns.add(ANSWERED.micros(EvidenceSql.column("newest", source)));
            columns.add(ANSWERED.text(EvidenceSql.column("problem", source)));
        }
        asked.facts().facts().forEach(fact -> columns.add(asked.facts().field(ANSWERED, fact)));
        return columns;
    }

    /** Its place among those that the workflow asks for. */
    private Field<Integer> entitlement() {
        List<String> names = selection.holding();
        return names.isEmpty()
                ? DSL.castNull(Integer.class)
                : DSL.choose(ANSWERED.text("entitlement"))
                        .mapValues(names.stream().distinct().collect(Collectors.toMap(name -> name, names::indexOf)));
    }

    private CommonTableExpression<?> observed() {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(DSL.table(DSL.name("s")).asterisk());
        columns.addAll(applications.columns());
        asked.sources().forEach(source -> columns.addAll(evidence.columns(source)));
        var from = DSL.select(columns)
                .from(applications.beside(DSL.table(DSL.name("scoped")).as("s"), SUBJECT));
        for (Source source : asked.sources()) {
            from = from.leftJoin(evidence.seen(source)).on(evidence.joins(source));
        }
        return DSL.name("observed").as(from);
    }

    private CommonTableExpression<?> weighed() {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        columns.add(DSL.table(DSL.name("o")).asterisk());
        asked.deciding()
                .forEach(source -> columns.add(evidence.weight(source).as(EvidenceSql.column("weight", source))));
        return DSL.name("weighed")
                .as(DSL.select(columns).from(DSL.table(DSL.name("observed")).as("o")));
    }

    private CommonTableExpression<?> conditioned(Condition when, String before) {
        return DSL.name("conditioned")
                .as(DSL.select(
                                DSL.table(DSL.name("o")).asterisk(),
                                condition(when).as(AnswerSql.CONDITION))
                        .from(DSL.table(DSL.name(before)).as("o")));
    }

    /** What the condition weighs, true speaking for dormant. */
    private Field<Integer> condition(Condition when) {
        ConditionSql sql = new ConditionSql(asked.facts(), FactSql.OBSERVED);
        return DSL.choose(DSL.field(sql.condition(when.expression())))
                .when(DSL.inline(true), Weight.INACTIVE.sql())
                .when(DSL.inline(false), Weight.ACTIVE.sql())
                .else_(Weight.UNKNOWN.sql());
    }
}
