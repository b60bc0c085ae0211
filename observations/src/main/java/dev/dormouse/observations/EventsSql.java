package dev.dormouse.observations;

import dev.dormouse.core.condition.Fact;
import dev.dormouse.observations.Asked.Source;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Counts events of all sources in one scan of the roll-up and one of the events at the ends of the windows. */
final class EventsSql {

    private static final Relation FEED = new Relation("f");
    private static final Relation ROW = new Relation("r");
    private static final Relation DAILY = new Relation("d");
    private static final Relation EVENT = new Relation("e");

    private final Asked asked;
    private final AskedFacts facts;

    EventsSql(Asked asked, AskedFacts facts) {
        this.asked = asked;
        this.facts = facts;
    }

    static String eventful(Source source) {
        return "eventful_" + source.place();
    }

    /** Of a source that tells events; a list of last instants cannot be counted. */
    static final int EVENTS = 2;

    /** Of a source that tells content and no events: nobody expects it to count. */
    static final int CONTENT_ALONE = 1;

    /** Per application, what sources tell. */
    Table<?> eventful() {
        Condition events = FEED.micros("feed")
                .in(DSL.select(DAILY.micros("feed"))
                        .from(DSL.table(DSL.name("daily")).as("d")));
        Condition content = FEED.micros("feed")
                .in(DSL.select(DAILY.micros("feed"))
                        .from(DSL.table(DSL.name("content")).as("d")));
        List<SelectField<?>> columns = new ArrayList<>(List.of(FEED.text("application")));
        for (Source source : asked.tellingActivity()) {
            Condition is = FEED.text("source").eq(DSL.inline(source.rule().source()));
            columns.add(DSL.max(DSL.when(is.and(events), DSL.inline(EVENTS))
                            .when(is, DSL.inline(CONTENT_ALONE))
                            .else_(DSL.inline(0)))
                    .as(eventful(source)));
        }
        return DSL.select(columns)
                .from(DSL.table(DSL.name("feed")).as("f"))
                .where(events.or(content))
                .groupBy(FEED.text("application"))
                .asTable("ef");
    }

    /** Per application and account, one column for each fact that counts. */
    Table<?> counted() {
        List<SelectField<?>> columns = new ArrayList<>(List.of(FEED.text("application"), ROW.text("account")));
        for (Fact fact : facts.facts()) {
            Field<Long> count = count(fact);
            if (count != null) {
                columns.add(count.cast(SQLDataType.BIGINT).as(facts.column(fact)));
            }
        }
        if (asked.tellingActivity().stream().anyMatch(source -> source.rule().matchesPersons())) {
            return ofPersonsToo(columns);
        }
        return DSL.select(columns)
                .from(rows())
                .join(feeds())
                .on(FEED.micros("feed").eq(ROW.micros("feed")))
                .groupBy(FEED.text("application"), ROW.text("account"))
                .asTable("c");
    }

    /** The same, where events of some sources belong to whatever account the person has. */
    private Table<?> ofPersonsToo(List<SelectField<?>> columns) {
        List<Source> byPerson = asked.tellingActivity().stream()
                .filter(source -> source.rule().matchesPersons())
                .toList();
        List<Source> byAccount = asked.tellingActivity().stream()
                .filter(source -> !source.rule().matchesPersons())
                .toList();
        List<SelectField<?>> told = List.of(
                ROW.text("kind"),
                ROW.number("day"),
                ROW.number("whole_day"),
                ROW.micros("instant"),
                ROW.micros("events"));
        List<SelectField<?>> own = new ArrayList<>(List.of(FEED.text("application"), ROW.text("account")));
        own.addAll(told);
        List<SelectField<?>> joined = new ArrayList<>(List.of(FEED.text("application"), FEED.text("account")));
        joined.addAll(told);
        Table<?> all = DSL.select(own)
                .from(rows())
                .join(pairs(asked, byAccount))
                .on(FEED.micros("feed").eq(ROW.micros("feed")))
                .unionAll(DSL.select(joined)
                        .from(rows())
                        .join(new PersonSql(asked).owners(byPerson))
                        .on(FEED.micros("feed").eq(ROW.micros("feed")))
                        .and(FEED.text("name").eq(ROW.text("account"))))
                .asTable("r");
        columns.set(0, ROW.text("application"));
        return DSL.select(columns)
                .from(all)
                .groupBy(ROW.text("application"), ROW.text("account"))
                .asTable("c");
    }

    private @Nullable Field<Long> count(Fact fact) {
        return switch (fact) {
            case Fact.Count(ActivityKind kind, Duration window) ->
                DSL.sum(DSL.when(inside(kind, window), ROW.micros("events")).else_(DSL.inline(0L)))
                        .cast(SQLDataType.BIGINT);
            case Fact.ActiveDays(Duration window) ->
                DSL.countDistinct(DSL.when(inside(null, window), ROW.number("day")))
                        .cast(SQLDataType.BIGINT);
            case Fact.Known _,
                    Fact.Attribute _,
                    Fact.HasAttribute _,
                    Fact.Last _,
                    Fact.Never _,
                    Fact.InactiveFor _,
                    Fact.Holds _,
                    Fact.HoldsAny _ -> null;
        };
    }

    private Condition inside(@Nullable ActivityKind kind, @Nullable Duration window) {
        Range range = facts.range(window);
        // A row of the roll-up has no instant, and one of the events no whole day.
        Condition inside = range.wholeDays(ROW.number("whole_day")).or(range.ends(ROW.micros("instant")));
        return kind == null
                ? inside
                : ROW.text("kind").eq(DSL.inline(kind.name())).and(inside);
    }

    private List<Range> ranges() {
        return facts.facts().stream()
                .map(fact -> switch (fact) {
                    case Fact.Count(ActivityKind _, Duration window) -> facts.range(window);
                    case Fact.ActiveDays(Duration window) -> facts.range(window);
                    case Fact.Known _,
                            Fact.Attribute _,
                            Fact.HasAttribute _,
                            Fact.Last _,
                            Fact.Never _,
                            Fact.InactiveFor _,
                            Fact.Holds _,
                            Fact.HoldsAny _ -> null;
                })
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    private Table<?> rows() {
        Field<Integer> day = DSL.floor(
                        EVENT.micros("instant").cast(SQLDataType.DOUBLE).div(DSL.inline(Range.MICROS_PER_DAY)))
                .cast(SQLDataType.INTEGER);
        List<Range> ranges = ranges();
        return DSL.select(
                        DAILY.micros("feed"),
                        DAILY.text("account"),
                        DAILY.text("kind"),
                        DAILY.number("day"),
                        DAILY.number("day").as("whole_day"),
                        DSL.castNull(SQLDataType.BIGINT).as("instant"),
                        DAILY.micros("events"))
                .from(DSL.table(DSL.name("daily")).as("d"))
                .where(DSL.or(ranges.stream()
                        .map(range -> range.wholeDays(DAILY.number("day")))
                        .toList()))
                .unionAll(DSL.select(
                                EVENT.micros("feed"),
                                EVENT.text("account"),
                                EVENT.text("kind"),
                                day.as("day"),
                                DSL.castNull(SQLDataType.INTEGER).as("whole_day"),
                                EVENT.micros("instant"),
                                ConditionSql.bigint(1).as("events"))
                        .from(DSL.table(DSL.name("event")).as("e"))
                        .where(DSL.or(ranges.stream()
                                .map(range -> range.ends(EVENT.micros("instant")))
                                .toList())))
                .asTable("r");
    }

    private Table<Record> feeds() {
        return pairs(asked, asked.tellingActivity());
    }

    /** The feeds of these sources, for the applications they speak about. */
    static Table<Record> pairs(Asked asked, List<Source> sources) {
        Condition speaks = CombineSql.anyOf(sources.stream()
                .map(source -> FEED.text("source")
                        .eq(DSL.inline(source.rule().source()))
                        .and(FEED.text("application").in(applications(asked, source))))
                .toList());
        return DSL.select(new SelectField<?>[] {FEED.micros("feed"), FEED.text("application")})
                .from(DSL.table(DSL.name("feed")).as("f"))
                .where(speaks)
                .asTable("f");
    }

    private static List<Field<String>> applications(Asked asked, Source source) {
        return asked.applications().stream()
                .filter(source.rule()::appliesTo)
                .map(application -> (Field<String>) DSL.inline(application))
                .toList();
    }
}
