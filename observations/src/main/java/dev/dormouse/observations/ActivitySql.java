package dev.dormouse.observations;

import dev.dormouse.core.condition.Expression;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.observations.Asked.Source;
import dev.dormouse.observations.Asked.Tells;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What conditions ask of {@code activity}: from the evidence of each source to one value, NULL for unknown. */
final class ActivitySql {

    /** Before any instant that conditions know; stands for "without limit" and for "no instant". */
    static final long ALWAYS = -4_000_000_000_000_000_000L;

    private static final Relation OBSERVED = FactSql.OBSERVED;
    private static final Field<Long> NOTHING = DSL.castNull(SQLDataType.BIGINT);

    private final Asked asked;
    private final PerApplication applications;
    private final EvidenceSql evidence;
    private final List<Source> sources;

    ActivitySql(Asked asked) {
        this.asked = asked;
        this.applications = new PerApplication(asked);
        this.evidence = new EvidenceSql(asked);
        this.sources = asked.tellingActivity();
    }

    static String newest(Source source, ActivityKind kind) {
        return EvidenceSql.column("newest_" + kind.name().toLowerCase(Locale.ROOT), source);
    }

    private static Field<Integer> code(Source source) {
        return OBSERVED.number(EvidenceSql.column("code", source));
    }

    private Field<Long> reach(Source source) {
        return applications.reach(OBSERVED, source);
    }

    private static Condition isRequired(Source source) {
        return source.rule().need() == Need.REQUIRED ? DSL.trueCondition() : DSL.falseCondition();
    }

    private static Condition any(List<Condition> conditions) {
        return CombineSql.anyOf(conditions);
    }

    Field<Long> last(@Nullable ActivityKind kind) {
        if (sources.isEmpty()) {
            return NOTHING;
        }
        Field<Long> at = latest(kind);
        List<Condition> missing = new ArrayList<>();
        List<Condition> never = new ArrayList<>();
        for (Source source : sources) {
            Condition seen = Code.AT.is(code(source));
            Condition silent = seen.and(instant(source, kind).isNull());
            Condition always = reach(source)
                    .eq(DSL.inline(ALWAYS))
                    .or(DSL.coalesce(reach(source).le(OBSERVED.micros("created")), DSL.inline(false)));
            never.add(Code.NEVER.is(code(source)).or(silent.and(always)));
            // What it saw before a gap need not be the last.
            Condition since = Code.NONE_SINCE.is(code(source)).or(seen.and(DSL.not(always)));
            missing.add(isRequired(source)
                    .and(cannotTell(source).or(since.and(reach(source).gt(at)))));
        }
        return ArithmeticSql.instant(DSL.when(any(missing), NOTHING)
                .when(at.gt(DSL.inline(ALWAYS)), at)
                .when(any(never), DSL.inline(Micros.of(Expression.NEVER))));
    }

    private static Condition cannotTell(Source source) {
        return code(source).in(Code.UNKNOWN.sql(), Code.SAYS_ACTIVE.sql(), Code.SAYS_DORMANT.sql());
    }

    private static Field<Long> instant(Source source, @Nullable ActivityKind kind) {
        return OBSERVED.micros(kind == null ? EvidenceSql.column("newest", source) : newest(source, kind));
    }

    private Field<Long> latest(@Nullable ActivityKind kind) {
        List<Field<Long>> instants = sources.stream()
                .map(source ->
                        DSL.coalesce(DSL.when(Code.AT.is(code(source)), instant(source, kind)), DSL.inline(ALWAYS)))
                .toList();
        return instants.size() == 1
                ? instants.getFirst()
                : DSL.greatest(
                        instants.getFirst(),
                        instants.subList(1, instants.size()).toArray(Field<?>[]::new));
    }

    Field<Integer> never() {
        Field<Integer> unknown = DSL.castNull(SQLDataType.INTEGER);
        List<Condition> seen = new ArrayList<>();
        List<Condition> missing = new ArrayList<>();
        List<Condition> never = new ArrayList<>();
        for (Source source : sources) {
            seen.add(Code.AT.is(code(source)).or(Code.SAYS_ACTIVE.is(code(source))));
            seen.add(Code.UNKNOWN.is(code(source)).and(instant(source, null).isNotNull()));
            missing.add(isRequired(source).and(code(source).notIn(Code.NEVER.sql(), Code.NOT_ASKED.sql())));
            never.add(Code.NEVER.is(code(source)));
        }
        return DSL.when(any(seen), DSL.inline(0)).when(any(missing), unknown).when(any(never), DSL.inline(1));
    }

    Field<Integer> inactiveFor(Duration window) {
        long start = asked.facts().nowMicros() - Micros.of(window);
        List<Field<Integer>> weights = sources.stream()
                .map(source -> evidence.weight(source, OBSERVED, start))
                .toList();
        Field<Integer> unknown = DSL.castNull(SQLDataType.INTEGER);
        return DSL.when(one(weights, Weight.ACTIVE), DSL.inline(0))
                .when(one(weights, Weight.UNKNOWN), unknown)
                .when(one(weights, Weight.INACTIVE), DSL.inline(1));
    }

    private static Condition one(List<Field<Integer>> weights, Weight weight) {
        return any(weights.stream().map(weight::is).toList());
    }

    /** A number of events, where the sources that must be read could count as far back as the window goes. */
    Field<Long> counted(@Nullable Duration window, Field<Long> found) {
        if (sources.isEmpty()) {
            return NOTHING;
        }
        Long start = asked.facts().range(window).start();
        List<Condition> able = new ArrayList<>();
        List<Condition> missing = new ArrayList<>();
        for (Source source : sources) {
            Field<Integer> tells = applications.tells(OBSERVED, source);
            Condition counts = code(source)
                    .in(Code.AT.sql(), Code.NONE_SINCE.sql(), Code.NEVER.sql())
                    .and(tells.eq(Tells.EVENTS.sql()))
                    .and(start == null ? DSL.trueCondition() : reach(source).le(DSL.inline(start)));
            able.add(counts);
            missing.add(isRequired(source)
                    .and(DSL.not(Code.NOT_ASKED.is(code(source))))
                    .and(tells.ne(Tells.CONTENT_ALONE.sql()))
                    .and(DSL.not(counts)));
        }
        return ArithmeticSql.counted(
                DSL.when(any(missing), NOTHING).when(any(able), DSL.coalesce(found, DSL.inline(0L))));
    }
}
