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
import org.jooq.RowN;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Counts events of all sources in one scan of the roll-up and one of the events at the ends of the windows. */
final class EventsSql {

    private static final Relation FEED = new Relation("f");
    private static final Relation ROW = new Relation("r");
    private static final Relation WANTED = new Relation("b");
    private static final Relation DAILY = new Relation("d");
    private static final Relation EVENT = new Relation("e");

    private final Asked asked;
    private final AskedFacts facts;

    EventsSql(Asked asked, AskedFacts facts) {
        this.asked = asked;
        this.facts = facts;
    }

    /**
     * Per application and account, one column for each fact that counts.
     *
     * @param counted the relation that has the accounts to count for
     */
    Table<?> counted(String counted) {
        if (asked.question().workflow().selection().isAboutGrants()) {
            return ofGrants(counted);
        }
        boolean ofPersonsToo = asked.tellingActivity().stream()
                .anyMatch(source -> source.rule().matchesPersons());
        boolean isOne = new PerApplication(asked).isOne() && !ofPersonsToo;
        List<SelectField<?>> columns = new ArrayList<>();
        if (!isOne) {
            columns.add(FEED.text("application"));
        }
        columns.add(ROW.text("account"));
        columns.addAll(counts());
        Condition wanted = ROW.text("account")
                .in(DSL.select(WANTED.text("account"))
                        .from(DSL.table(DSL.name(counted)).as(WANTED.alias())));
        if (ofPersonsToo) {
            return ofPersonsToo(columns, wanted);
        }
        var from = DSL.select(columns).from(rows());
        return isOne
                ? from.where(wanted).groupBy(ROW.text("account")).asTable("c")
                : from.join(pairs(asked, asked.tellingActivity()))
                        .on(FEED.micros("feed").eq(ROW.micros("feed")))
                        .where(wanted)
                        .groupBy(FEED.text("application"), ROW.text("account"))
                        .asTable("c");
    }

    /** The same, where events of some sources belong to whatever account the person has. */
    private Table<?> ofPersonsToo(List<SelectField<?>> columns, Condition wanted) {
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
                .where(wanted)
                .groupBy(ROW.text("application"), ROW.text("account"))
                .asTable("c");
    }

    /** The same per entitlement, of the names under which activity is kept for each. */
    private Table<?> ofGrants(String counted) {
        Relation grant = new Relation("g");
        List<Field<?>> key = List.of(grant.text("application"), grant.text("account"), grant.text("entitlement"));
        List<SelectField<?>> columns = new ArrayList<>(key);
        columns.addAll(counts());
        return DSL.select(columns)
                .from(rows())
                .join(new GrantSql(asked).names(counted, asked.tellingActivity()))
                .on(grant.micros("feed").eq(ROW.micros("feed")))
                .and(grant.text("name").eq(ROW.text("account")))
                .groupBy(key)
                .asTable("c");
    }

    private List<SelectField<?>> counts() {
        List<SelectField<?>> counts = new ArrayList<>();
        for (Fact fact : facts.facts()) {
            Field<Long> count = count(fact);
            if (count != null) {
                counts.add(count.cast(SQLDataType.BIGINT).as(facts.column(fact)));
            }
        }
        return counts;
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
        if (ranges().size() == 1) {
            return kind == null ? DSL.noCondition() : ROW.text("kind").eq(DSL.inline(kind.name()));
        }
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
        List<Long> feeds = asked.feeds(asked.tellingActivity());
        return DSL.select(
                        DAILY.micros("feed"),
                        DAILY.text("account"),
                        DAILY.text("kind"),
                        DAILY.number("day"),
                        DAILY.number("day").as("whole_day"),
                        DSL.castNull(SQLDataType.BIGINT).as("instant"),
                        DAILY.micros("events"))
                .from(DSL.table(DSL.name("daily")).as("d"))
                .where(DAILY.micros("feed").in(feeds))
                .and(DSL.or(ranges.stream()
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
                        .where(EVENT.micros("feed").in(feeds))
                        .and(DSL.or(ranges.stream()
                                .map(range -> range.ends(EVENT.micros("instant")))
                                .toList())))
                .asTable("r");
    }

    /** The feeds of these sources, for the applications they speak about. */
    static Table<Record> pairs(Asked asked, List<Source> sources) {
        // An empty table cannot be written.
        List<RowN> rows = new ArrayList<>(List.of(pair(Feeds.NONE, "")));
        for (String application : asked.applications().stream().distinct().toList()) {
            sources.stream()
                    .map(source -> asked.number(source, application))
                    .distinct()
                    .filter(feed -> feed != Feeds.NONE)
                    .forEach(feed -> rows.add(pair(feed, application)));
        }
        return DSL.values(rows.toArray(RowN[]::new)).as("f", "feed", "application");
    }

    private static RowN pair(long feed, String application) {
        return DSL.row(new SelectField<?>[] {DSL.inline(feed), DSL.inline(application)});
    }
}
