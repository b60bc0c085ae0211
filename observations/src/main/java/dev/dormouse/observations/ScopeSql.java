package dev.dormouse.observations;

import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.CaseConditionStep;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The lower layers of the statement: who is in scope, whom an exemption names, and what the ledger knows of them. */
final class ScopeSql {

    private static final Relation SUBJECT = new Relation("s");
    private static final Relation LEDGER = new Relation("l");

    private final Asked asked;
    private final Selection selection;
    private final SubjectSql subjects;
    private final ExemptionSql exemptions;
    private final Entitlements entitlements;

    ScopeSql(Asked asked, ExemptionSql exemptions, Entitlements entitlements) {
        this.asked = asked;
        this.selection = asked.question().workflow().selection();
        this.subjects = new SubjectSql(asked, entitlements);
        this.exemptions = exemptions;
        this.entitlements = entitlements;
    }

    /** Up to {@code scoped}; to be added to. */
    List<CommonTableExpression<?>> layers(@Nullable Collection<SubjectKey> wanted) {
        return new ArrayList<>(List.of(subjects.marked(), subjects.subject(wanted), scoped()));
    }

    /** How many there are; of accounts without what is asked of each. */
    Select<?> count() {
        if (selection.isAboutGrants()) {
            return DSL.with(layers(null)).select(DSL.count()).from(DSL.table(DSL.name("scoped")));
        }
        return DSL.with(subjects.marked(), subjects.subject(null))
                .select(DSL.count())
                .from(DSL.table(DSL.name(SubjectSql.SUBJECT)).as("s"))
                .where(inScope());
    }

    /** Everybody in scope whom no exemption protects now, with what a look at the past needs; a grant by its {@link Grants#name}. */
    Select<?> unprotected() {
        return unprotected(layers(null), List.of(), DSL.noCondition());
    }

    /**
     * The same of those alone for whom more holds.
     *
     * @param layers up to the one that has everybody in scope with what is asked of them
     * @param more further columns of that one
     */
    Select<?> unprotected(List<CommonTableExpression<?>> layers, List<Field<?>> more, Condition also) {
        List<Field<?>> columns = new ArrayList<>(List.of(
                SUBJECT.text("application"),
                (selection.isAboutGrants() ? GrantSql.name() : SUBJECT.text("account")).as("account"),
                SUBJECT.micros("created"),
                SUBJECT.micros("since"),
                SUBJECT.micros("ended")));
        columns.addAll(more);
        return DSL.with(layers)
                .select(columns)
                .from(DSL.table(layers.getLast().getUnqualifiedName()).as("s"))
                .where(SUBJECT.number("exemption").eq(DSL.inline(ExemptionSql.NONE)))
                .and(also);
    }

    /** Everybody in question, or each of their grants, with what exempts and what protects them. */
    private CommonTableExpression<?> scoped() {
        boolean areNamed = exemptions.areNamed();
        boolean areFloors = !asked.question().floors().isEmpty();
        Field<Long> none = DSL.inline(ExemptionSql.LONG_AGO);
        Table<?> from = DSL.table(DSL.name(SubjectSql.SUBJECT)).as("s");
        if (areNamed) {
            from = from.leftJoin(exemptions.named()).on(exemptions.names(SUBJECT));
        }
        if (areFloors) {
            from = from.leftJoin(SubjectSql.floors(asked.question().floors()))
                    .on(LEDGER.text("application").eq(SUBJECT.text("application")))
                    .and(LEDGER.text("account").eq(SUBJECT.text("account")));
        }
        if (selection.isAboutGrants()) {
            GrantSql all = new GrantSql(asked);
            from = from.join(all.entitlements()).on(all.heldBySubject(entitlements));
        }
        var scoped = DSL.select(
                        DSL.table(DSL.name("s")).asterisk(),
                        (selection.isAboutGrants() ? GrantSql.entitlement() : entitlement()).as("entitlement"),
                        exemptions.place().as("exemption"),
                        exemptions.ended().as("ended"),
                        (areFloors ? DSL.coalesce(LEDGER.micros("since"), none) : none).as("since"),
                        (areFloors ? LEDGER.text("why") : DSL.castNull(String.class)).as("why"))
                .from(from);
        return DSL.name("scoped").as(selection.isAboutGrants() ? scoped : scoped.where(inScope()));
    }

    private Condition inScope() {
        return selection.holding().isEmpty()
                ? DSL.noCondition()
                : DSL.or(selection.holding().stream()
                        .map(name -> entitlements.heldBy(SUBJECT, name))
                        .toList());
    }

    /** The first in the workflow's order that the account holds. */
    private Field<String> entitlement() {
        CaseConditionStep<String> cases = null;
        for (String name : selection.holding()) {
            Condition holds = entitlements.heldBy(SUBJECT, name);
            cases = cases == null ? DSL.when(holds, DSL.inline(name)) : cases.when(holds, DSL.inline(name));
        }
        return cases == null ? DSL.castNull(String.class) : cases;
    }
}
