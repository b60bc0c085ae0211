package dev.dormouse.observations;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.observations.Asked.Source;
import java.util.List;
import org.jooq.CaseConditionStep;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** The last layers of the statement: from the weights of the sources to the answer. */
final class AnswerSql {

    /** A number in the statement is a place in this list. */
    static final List<Answer> ANSWERS = List.of(Answer.values());

    static final String CONDITION = "condition";

    private static final Relation WEIGHED = new Relation("w");
    private static final Relation COMBINED = new Relation("c");

    private final Selection selection;
    private final List<Source> sources;
    private final PerApplication applications;

    AnswerSql(Selection selection, Asked asked) {
        this.selection = selection;
        this.sources = asked.deciding();
        this.applications = new PerApplication(asked);
    }

    /** What the sources say together, the condition apart. */
    CommonTableExpression<?> combined() {
        return DSL.name("combined")
                .as(DSL.select(
                                DSL.table(DSL.name("w")).asterisk(),
                                new CombineSql(sources)
                                        .combined(selection.combine())
                                        .as("combined"),
                                asNumber(neverUsed()).as("never_used"),
                                asNumber(anyCode(Code.SAYS_DORMANT)).as("called_dormant"))
                        .from(DSL.table(DSL.name("weighed")).as("w")));
    }

    /** Without those whom the sources call active already, as no condition changes that. */
    CommonTableExpression<?> open() {
        return DSL.name("open")
                .asMaterialized(DSL.select(DSL.table(DSL.name("c")).asterisk())
                        .from(DSL.table(DSL.name("combined")).as("c"))
                        .where(COMBINED.number("combined")
                                .ne(Weight.ACTIVE.sql())
                                .or(COMBINED.number("exemption").lt(DSL.inline(ExemptionSql.NONE)))));
    }

    /** Active where one of the two is, unknown where one is and the other does not say active. */
    private Field<Integer> decided() {
        Field<Integer> combined = COMBINED.number("combined");
        Field<Integer> condition = COMBINED.number(CONDITION);
        if (selection.when() == null) {
            return combined;
        }
        if (selection.conditionAlone()) {
            return condition;
        }
        return DSL.when(Weight.ACTIVE.is(condition), Weight.ACTIVE.sql())
                .else_(DSL.choose(combined)
                        .when(Weight.ACTIVE.sql(), Weight.ACTIVE.sql())
                        .when(Weight.UNKNOWN.sql(), Weight.UNKNOWN.sql())
                        .else_(condition));
    }

    private Condition neverUsed() {
        List<Condition> seen = sources.stream()
                .map(source -> Code.AT
                        .is(CombineSql.code(source))
                        .or(Code.UNKNOWN
                                .is(CombineSql.code(source))
                                .and(WEIGHED.micros(EvidenceSql.column("newest", source))
                                        .isNotNull())))
                .toList();
        return anyCode(Code.NEVER).and(DSL.not(CombineSql.anyOf(seen)));
    }

    private Condition anyCode(Code code) {
        return CombineSql.anyOf(
                sources.stream().map(source -> code.is(CombineSql.code(source))).toList());
    }

    private static Field<Integer> asNumber(Condition condition) {
        return DSL.when(condition, DSL.inline(1)).else_(DSL.inline(0));
    }

    /** @param before the layer below */
    CommonTableExpression<?> answered(String before) {
        return DSL.name("answered")
                .as(DSL.select(DSL.table(DSL.name("c")).asterisk(), answer().as("answer"))
                        .from(DSL.table(DSL.name(before)).as("c")));
    }

    /** In the order of {@code Judge}: exemptions, activity, never used, too young, unknown, dormant. */
    private Field<Integer> answer() {
        Field<Integer> decided = decided();
        Condition neverUsed = COMBINED.number("never_used").eq(DSL.inline(1));
        Field<Long> floor = DSL.greatest(
                DSL.coalesce(COMBINED.micros("created"), DSL.inline(ExemptionSql.LONG_AGO)),
                COMBINED.micros("since"),
                COMBINED.micros("ended"));
        CaseConditionStep<Integer> cases = DSL.when(
                        COMBINED.number("exemption").lt(DSL.inline(ExemptionSql.NONE)), number(Answer.EXEMPT))
                .when(Weight.ACTIVE.is(decided), number(Answer.ACTIVE));
        if (selection.neverActive() == NeverActive.EXCLUDE) {
            cases = cases.when(neverUsed.and(Weight.INACTIVE.is(decided)), number(Answer.EXEMPT));
        }
        return cases.when(floor.gt(applications.earliest(COMBINED)), number(Answer.ACTIVE))
                .when(Weight.UNKNOWN.is(decided), number(Answer.UNKNOWN))
                .when(
                        neverUsed
                                .and(COMBINED.micros("created").isNull())
                                .and(COMBINED.number("called_dormant").eq(DSL.inline(0))),
                        number(Answer.UNKNOWN))
                .else_(number(Answer.DORMANT));
    }

    static Param<Integer> number(Answer answer) {
        return DSL.inline(ANSWERS.indexOf(answer));
    }
}
