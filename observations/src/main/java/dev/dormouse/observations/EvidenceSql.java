package dev.dormouse.observations;

import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.observations.Asked.Missing;
import dev.dormouse.observations.Asked.Source;
import dev.dormouse.observations.Asked.Standing;
import dev.dormouse.spi.ActivityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The evidence of each source about each subject, and what it weighs. */
final class EvidenceSql {

    private static final Relation SUBJECT = new Relation("s");
    private static final Relation OBSERVED = new Relation("o");

    private final Asked asked;
    private final PerApplication applications;

    EvidenceSql(Asked asked) {
        this.asked = asked;
        this.applications = new PerApplication(asked);
    }

    static String column(String name, Source source) {
        return name + "_" + source.place();
    }

    /** What one source saw, an account a row. */
    Table<?> seen(Source source) {
        if (source.rule().matchesPersons()) {
            return new PersonSql(asked).seen(source, asked.askedKinds());
        }
        if (isOfGrants(source)) {
            return new GrantSql(asked).seen(source, asked.askedKinds());
        }
        return DSL.table(DSL.name("seen")).as(column("n", source));
    }

    static String newest(ActivityKind kind) {
        return "newest_" + kind.name().toLowerCase(Locale.ROOT);
    }

    Condition joins(Source source) {
        Relation row = new Relation(column("n", source));
        if (isOfGrants(source)) {
            return applications.same(row, SUBJECT).and(row.text("entitlement").eq(SUBJECT.text("entitlement")));
        }
        return source.rule().matchesPersons()
                ? applications.same(row, SUBJECT)
                : applications.joins(row, SUBJECT, source);
    }

    /** What a person did elsewhere is of no single entitlement. */
    private boolean isOfGrants(Source source) {
        return asked.question().workflow().selection().isAboutGrants()
                && !source.rule().matchesPersons();
    }

    /** The columns of one source: its code, the newest instant, and what was unreadable. */
    List<SelectField<?>> columns(Source source) {
        Relation row = new Relation(column("n", source));
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                code(source, row).as(column("code", source)),
                row.micros("newest").as(column("newest", source)),
                row.text("problem").as(column("problem", source))));
        for (ActivityKind kind : asked.askedKinds()) {
            columns.add(row.micros(newest(kind)).as(ActivitySql.newest(source, kind)));
        }
        return columns;
    }

    private Field<Integer> code(Source source, Relation row) {
        Field<Integer> standing = applications.standing(PerApplication.TABLE, source);
        Condition active = isSet(row.number("active"));
        return DSL.when(standing.eq(Standing.NOT_ASKED.sql()), Code.NOT_ASKED.sql())
                .when(standing.eq(Standing.FAULTY.sql()).and(active), Code.SAYS_ACTIVE.sql())
                .when(standing.eq(Standing.FAULTY.sql()), Code.UNKNOWN.sql())
                .else_(source.givesVerdicts() ? trustedVerdict(source, row) : trustedInstant(source, row));
    }

    /** A source with a window is asked when; what else it says counts where it knows no instant. */
    private Field<Integer> trustedInstant(Source source, Relation row) {
        Condition unreadable = isSet(row.number("unreadable"));
        Field<Long> newest = row.micros("newest");
        return DSL.when(newest.isNotNull().and(unreadable.or(isBeforeGap(source, newest))), Code.UNKNOWN.sql())
                .when(newest.isNotNull(), Code.AT.sql())
                .when(isSet(row.number("active")), Code.SAYS_ACTIVE.sql())
                .when(unreadable, Code.UNKNOWN.sql())
                .when(isSet(row.number("dormant")), Code.SAYS_DORMANT.sql())
                .when(isSet(row.number("never")), Code.NEVER.sql())
                .else_(missing(source));
    }

    /** A log has lost days inside the window: who was active before them may have been active in them. */
    private Condition isBeforeGap(Source source, Field<Long> newest) {
        Long windowStart = source.windowStart();
        if (windowStart == null) {
            return DSL.falseCondition();
        }
        Field<Long> start = DSL.val(windowStart);
        return newest.le(start)
                .and(applications.complete(PerApplication.TABLE, source).gt(start));
    }

    /** A source without a window is asked for its verdict; an instant beside it is no answer to that. */
    private Field<Integer> trustedVerdict(Source source, Relation row) {
        return DSL.when(isSet(row.number("active")), Code.SAYS_ACTIVE.sql())
                .when(isSet(row.number("unreadable")), Code.UNKNOWN.sql())
                .when(isSet(row.number("dormant")), Code.SAYS_DORMANT.sql())
                .when(row.micros("newest").isNotNull(), Code.AT.sql())
                .when(isSet(row.number("never")), Code.NEVER.sql())
                .else_(missing(source));
    }

    private Field<Integer> missing(Source source) {
        Field<Integer> absent = absent(source);
        Relation row = new Relation(column("n", source));
        return source.rule().matchesPersons()
                ? DSL.when(row.text("account").isNull(), Code.UNKNOWN.sql()).else_(absent)
                : absent;
    }

    private Field<Integer> absent(Source source) {
        Field<Integer> missing = applications.missing(PerApplication.TABLE, source);
        Field<Long> complete = applications.complete(PerApplication.TABLE, source);
        return DSL.when(missing.eq(Missing.SAYS_ACTIVE.sql()), Code.SAYS_ACTIVE.sql())
                .when(missing.eq(Missing.NEVER.sql()), Code.NEVER.sql())
                .when(complete.le(SUBJECT.micros("created")), Code.NEVER.sql())
                .else_(Code.NONE_SINCE.sql());
    }

    /** NULL where the source has no row for the account. */
    private static Condition isSet(Field<Integer> flag) {
        return DSL.coalesce(flag, DSL.inline(0)).eq(DSL.inline(1));
    }

    /** What the source weighs by its own window. */
    Field<Integer> weight(Source source) {
        return weight(source, OBSERVED, source.windowStart());
    }

    /** Activity strictly later than the start of the window is active; without a window verdicts count alone. */
    Field<Integer> weight(Source source, Relation observed, @Nullable Long windowStart) {
        Field<Integer> code = observed.number(column("code", source));
        Field<Integer> unknown = (source.rule().need() == Need.OPTIONAL ? Weight.OUT : Weight.UNKNOWN).sql();
        var told = DSL.when(Code.NOT_ASKED.is(code), Weight.OUT.sql())
                .when(Code.SAYS_ACTIVE.is(code), Weight.ACTIVE.sql())
                .when(Code.SAYS_DORMANT.is(code).or(Code.NEVER.is(code)), Weight.INACTIVE.sql());
        if (windowStart == null) {
            return told.else_(unknown);
        }
        Field<Long> start = DSL.val(windowStart);
        Field<Long> newest = observed.micros(column("newest", source));
        Condition complete = applications.complete(observed, source).le(start);
        return told.when(Code.AT.is(code).and(newest.le(start)).and(complete), Weight.INACTIVE.sql())
                .when(Code.AT.is(code).or(Code.UNKNOWN.is(code)).and(newest.gt(start)), Weight.ACTIVE.sql())
                .when(Code.NONE_SINCE.is(code).and(complete), Weight.INACTIVE.sql())
                .else_(unknown);
    }
}
