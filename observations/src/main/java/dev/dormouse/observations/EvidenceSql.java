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
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The evidence of each source about each subject, and what it weighs. */
final class EvidenceSql {

    static final Relation STANDING = new Relation("q");

    private static final Relation SUBJECT = new Relation("s");
    private static final Relation OBSERVED = new Relation("o");

    private final Asked asked;

    EvidenceSql(Asked asked) {
        this.asked = asked;
    }

    static String column(String name, Source source) {
        return name + "_" + source.place();
    }

    /** One row per application: how each source stands to it, and the start of its longest window. */
    Table<Record> standing() {
        List<String> columns = new ArrayList<>(List.of("application", "earliest"));
        for (Source source : asked.sources()) {
            columns.add(column("standing", source));
            columns.add(column("missing", source));
            columns.add(column("complete", source));
        }
        RowN[] rows =
                asked.applications().stream().distinct().map(this::standingRow).toArray(RowN[]::new);
        return DSL.values(rows).as("q", columns.toArray(String[]::new));
    }

    private RowN standingRow(String application) {
        List<SelectField<?>> row = new ArrayList<>();
        row.add(DSL.inline(application));
        row.add(DSL.inline(asked.earliestStart(application)));
        for (Source source : asked.sources()) {
            row.add(asked.standing(source, application).sql());
            row.add(asked.missing(source, application).sql());
            row.add(DSL.inline(asked.completeFrom(source, application)));
        }
        return DSL.row(row.toArray(SelectField<?>[]::new));
    }

    /** What one source saw, per application and account. */
    Table<?> seen(Source source) {
        if (source.rule().matchesPersons()) {
            return new PersonSql(asked).seen(source, asked.askedKinds());
        }
        if (isOfGrants(source)) {
            return new GrantSql(asked).seen(source, asked.askedKinds());
        }
        Relation feed = new Relation("f");
        Relation row = new Relation("n");
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                feed.text("application"),
                row.text("account"),
                row.micros("newest"),
                row.number("dormant"),
                row.number("active"),
                row.number("never"),
                row.number("unreadable"),
                row.text("problem")));
        asked.askedKinds().forEach(kind -> columns.add(row.micros(newest(kind))));
        return DSL.select(columns)
                .from(DSL.select(feed.text("application"), feed.micros("feed"))
                        .from(DSL.table(DSL.name("feed")).as("f"))
                        .where(feed.text("source").eq(source.rule().source()))
                        .and(feed.text("application").in(asked.applications()))
                        .asTable("f"))
                .join(DSL.table(DSL.name("seen")).as("n"))
                .on(row.micros("feed").eq(feed.micros("feed")))
                .asTable(column("n", source));
    }

    static String newest(ActivityKind kind) {
        return "newest_" + kind.name().toLowerCase(Locale.ROOT);
    }

    Condition joins(Source source) {
        Relation row = new Relation(column("n", source));
        Condition same = row.text("application")
                .eq(SUBJECT.text("application"))
                .and(row.text("account").eq(SUBJECT.text("account")));
        return isOfGrants(source) ? same.and(row.text("entitlement").eq(SUBJECT.text("entitlement"))) : same;
    }

    /** What a person did elsewhere is of no single entitlement. */
    private boolean isOfGrants(Source source) {
        return asked.question().workflow().selection().isAboutGrants()
                && !source.rule().matchesPersons();
    }

    /** The columns of one source: its code, the newest instant, since when it is complete, and what was unreadable. */
    List<SelectField<?>> columns(Source source) {
        Relation row = new Relation(column("n", source));
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                code(source, row).as(column("code", source)),
                row.micros("newest").as(column("newest", source)),
                STANDING.micros(column("complete", source)),
                row.text("problem").as(column("problem", source))));
        for (ActivityKind kind : asked.askedKinds()) {
            columns.add(row.micros(newest(kind)).as(ActivitySql.newest(source, kind)));
        }
        return columns;
    }

    private static Field<Integer> code(Source source, Relation row) {
        Field<Integer> standing = STANDING.number(column("standing", source));
        Condition active = isSet(row.number("active"));
        return DSL.when(standing.eq(Standing.NOT_ASKED.sql()), Code.NOT_ASKED.sql())
                .when(standing.eq(Standing.FAULTY.sql()).and(active), Code.SAYS_ACTIVE.sql())
                .when(standing.eq(Standing.FAULTY.sql()), Code.UNKNOWN.sql())
                .else_(source.givesVerdicts() ? trustedVerdict(source, row) : trustedInstant(source, row));
    }

    /** A source with a window is asked when; what else it says counts where it knows no instant. */
    private static Field<Integer> trustedInstant(Source source, Relation row) {
        Condition unreadable = isSet(row.number("unreadable"));
        return DSL.when(row.micros("newest").isNotNull().and(unreadable), Code.UNKNOWN.sql())
                .when(row.micros("newest").isNotNull(), Code.AT.sql())
                .when(isSet(row.number("active")), Code.SAYS_ACTIVE.sql())
                .when(unreadable, Code.UNKNOWN.sql())
                .when(isSet(row.number("dormant")), Code.SAYS_DORMANT.sql())
                .when(isSet(row.number("never")), Code.NEVER.sql())
                .else_(missing(source));
    }

    /** A source without a window is asked for its verdict; an instant beside it is no answer to that. */
    private static Field<Integer> trustedVerdict(Source source, Relation row) {
        return DSL.when(isSet(row.number("active")), Code.SAYS_ACTIVE.sql())
                .when(isSet(row.number("unreadable")), Code.UNKNOWN.sql())
                .when(isSet(row.number("dormant")), Code.SAYS_DORMANT.sql())
                .when(row.micros("newest").isNotNull(), Code.AT.sql())
                .when(isSet(row.number("never")), Code.NEVER.sql())
                .else_(missing(source));
    }

    private static Field<Integer> missing(Source source) {
        Field<Integer> absent = absent(source);
        Relation row = new Relation(column("n", source));
        return source.rule().matchesPersons()
                ? DSL.when(row.text("account").isNull(), Code.UNKNOWN.sql()).else_(absent)
                : absent;
    }

    private static Field<Integer> absent(Source source) {
        Field<Integer> missing = STANDING.number(column("missing", source));
        Field<Long> complete = STANDING.micros(column("complete", source));
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
    static Field<Integer> weight(Source source) {
        return weight(source, OBSERVED, source.windowStart());
    }

    /** Activity strictly later than the start of the window is active; without a window verdicts count alone. */
    static Field<Integer> weight(Source source, Relation observed, @Nullable Long windowStart) {
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
        return told.when(Code.AT.is(code).and(newest.le(start)), Weight.INACTIVE.sql())
                .when(Code.AT.is(code).or(Code.UNKNOWN.is(code)).and(newest.gt(start)), Weight.ACTIVE.sql())
                .when(
                        Code.NONE_SINCE
                                .is(code)
                                .and(observed.micros(column("complete", source)).le(start)),
                        Weight.INACTIVE.sql())
                .else_(unknown);
    }
}
