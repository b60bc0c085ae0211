package dev.dormouse.observations;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * On which days a condition that counts events lets an account be selected. A day of the roll-up adds its events to a number
 * on the first judged day after it, and takes them away on the day that leaves it out of the window. A running sum over
 * these changes is the number; the condition is weighed once for each change, not for each day. What the condition asks of
 * accounts is as of today.
 *
 * <p>Text of what DuckDB and Trino share, to be joined with that of {@link BacktestSql}.
 */
final class ConditionDays {

    private static final Relation WEIGHED = new Relation("o");

    /**
     * What is counted: events, or days that have any.
     *
     * @param ofDay how many of them a day has, of rows of the roll-up called {@code d}
     * @param window in days
     */
    private record Count(Fact fact, String ofDay, int window) {

        static Count of(Fact fact) {
            return switch (fact) {
                case Fact.Count(ActivityKind kind, Duration window)
                when window != null -> new Count(fact, events(kind), (int) window.toDays());
                case Fact.ActiveDays(Duration window) -> new Count(fact, "1", (int) window.toDays());
                case Fact.Count _,
                        Fact.Known _,
                        Fact.Attribute _,
                        Fact.HasAttribute _,
                        Fact.Last _,
                        Fact.Never _,
                        Fact.InactiveFor _,
                        Fact.Holds _,
                        Fact.HoldsAny _ ->
                    throw new IllegalArgumentException("not a number of days that are over: " + fact);
            };
        }

        private static String events(@Nullable ActivityKind kind) {
            String counted = kind == null
                    ? "d.events"
                    : "case when d.kind = " + GapSql.quoted(kind.name()) + " then d.events else 0 end";
            return "cast(sum(" + counted + ") as bigint)";
        }
    }

    private final BacktestPlan plan;
    private final FeedPlaces places;
    private final Asked asked;
    private final Condition when;
    private final DayIndex days;
    private final List<Fact> ofAccounts;
    private final List<Count> counts;

    ConditionDays(BacktestPlan plan, FeedPlaces places, Asked asked, Condition when) {
        this.plan = plan;
        this.places = places;
        this.asked = asked;
        this.when = when;
        this.days = DayIndex.of(plan);
        this.ofAccounts = ofAccounts(when);
        this.counts =
                when.asks().stream().filter(Fact::isOfActivity).map(Count::of).toList();
    }

    /** Everybody in scope whom no exemption protects, with what the condition asks of accounts. */
    String population(Statements statements) {
        Asked brought = asked.askingFor(new AskedFacts(ofAccounts, asked.facts().now()));
        AskedExemptions exemptions =
                AskedExemptions.of(asked.question().workflow(), asked.question().now());
        return statements.rendered(new JudgingSql(brought, exemptions).unprotectedWithFacts());
    }

    private static List<Fact> ofAccounts(Condition when) {
        return when.asks().stream().filter(fact -> !fact.isOfActivity()).toList();
    }

    /** Further columns of the member {@code p}: since when nothing but activity protects it, and what was brought along. */
    String ofMember() {
        return ", greatest(coalesce(p.created, " + GapSql.LONG_AGO + "), p.ended) floor"
                + eachOfAccounts(place -> ", p.fact_" + place);
    }

    /** {@code held}: application, account, first day and the one after the last of each stretch of days. */
    String parts(Statements statements) {
        return String.join(",\n", tallied(), moved(), stepped(), weighed(statements), held());
    }

    private String tallied() {
        int from = (int) plan.from().toEpochDay();
        int longest = windows().stream().mapToInt(Integer::intValue).max().orElse(0);
        return """
            tallied as (
                select %s place, %s account, d.day%s from %s
                where d.day between %d and %d and %s group by %s)
            """.formatted(
                        places.place(),
                        places.account(),
                        each(place -> ", " + counts.get(place).ofDay() + " told_" + place),
                        places.in("daily"),
                        from - longest - 1,
                        from + days.size() - 2,
                        places.wanted(),
                        places.isOne() ? "2, 3" : "1, 2, 3");
    }

    /**
     * Everything that changes on a day: what comes into a window and leaves it, who is protected, and what becomes known. What
     * is as of today comes with the first change, as Trino works out the members once more for each who reads them.
     */
    private String moved() {
        return """
            moved as (
                select a.application, t.account, greatest(t.day + p.length + 1 - %1$d, -1) "day", 0 young%2$s%3$s
                from tallied t cross join (values (0)%4$s) p(length)
                join (values %5$s) a(application, place) on a.place = t.place
                where t.day + p.length + 1 - %1$d < %6$d
                union all
                select application, account, "day", young%7$s%8$s
                from (
                    select m.application, m.account, p.young%9$s,
                        case p.part when 1 then -1 when 2 then %10$s when 3 then %11$s when 4 then %12$s%13$s end "day"
                    from member m cross join (values (1, 1), (2, -1), (3, 1), (4, -1)%14$s) p(part, young)
                    where p.part not in (3, 4) or m.since > %15$s) x
                where "day" < %6$d)
            """.formatted(
                        plan.from().toEpochDay(),
                        each(place -> ", case p.length when 0 then t.told_" + place + " when "
                                + counts.get(place).window() + " then -t.told_" + place + " else 0 end told_" + place),
                        eachOfAccounts(place -> ", null fact_" + place),
                        eachWindow(place -> ", (" + windows().get(place) + ")"),
                        applications(),
                        days.size(),
                        each(place -> ", 0"),
                        eachOfAccounts(place -> ", fact_" + place),
                        eachOfAccounts(place -> ", case when p.part = 1 then m.fact_" + place + " end fact_" + place),
                        days.of("m.floor + " + protection()),
                        days.of("m.since"),
                        days.of("m.since + " + protection()),
                        eachWindow(place -> " when " + (5 + place) + " then "
                                + known(windows().get(place), "m")),
                        eachWindow(place -> ", (" + (5 + place) + ", 0)"),
                        GapSql.LONG_AGO);
    }

    private String applications() {
        return plan.history().applications().stream()
                .map(application -> "(" + GapSql.quoted(application) + ", " + places.of(application) + ")")
                .collect(Collectors.joining(", "));
    }

    /** For so long a creation or a decision keeps the condition from counting against the account. */
    private long protection() {
        return asked.question().workflow().selection().protectingWindows().stream()
                .mapToLong(Micros::of)
                .max()
                .orElse(0);
    }

    private String stepped() {
        return """
            stepped as (
                select application, account, "day", sum(young) over upto young%s%s
                from (
                    select application, account, "day", sum(young) young%s%s from moved
                    group by application, account, "day") x
                window upto as (partition by application, account order by "day" rows unbounded preceding))
            """.formatted(
                        each(place -> ", case when \"day\" >= "
                                + known(counts.get(place).window(), "x")
                                + " then cast(sum(told_" + place + ") over upto as bigint) end fact_"
                                + (ofAccounts.size() + place)),
                        eachOfAccounts(place -> ", max(fact_" + place + ") over upto fact_" + place),
                        each(place -> ", sum(told_" + place + ") told_" + place),
                        eachOfAccounts(place -> ", max(fact_" + place + ") fact_" + place));
    }

    private String weighed(Statements statements) {
        List<Fact> facts = new ArrayList<>(ofAccounts);
        counts.forEach(count -> facts.add(count.fact()));
        ConditionSql sql = new ConditionSql(new AskedFacts(facts, asked.facts().now()), WEIGHED);
        return """
            weighed as (
                select application, account, "day", case when young = 0 and (%s) then 1 else 0 end holds
                from stepped o)
            """.formatted(statements.rendered(sql.condition(when.expression())));
    }

    /** Changes that leave the answer as it is would cut a spell, and select an account once more. */
    private String held() {
        return """
            held as (
                select application, account, "day" first, stop
                from (
                    select application, account, "day", holds,
                        lead("day", 1, %d) over (partition by application, account order by "day") stop
                    from (
                        select application, account, "day", holds,
                            lag(holds, 1, 0) over (partition by application, account order by "day") before
                        from weighed) x
                    where holds <> before) y
                where holds = 1)
            """.formatted(days.size());
    }

    /** The first day on which every source that must tell has told the whole window. */
    private String known(int window, String from) {
        History history = plan.history();
        return history.applications().stream()
                .map(application -> " when " + GapSql.quoted(application) + " then " + known(application, window))
                .collect(Collectors.joining("", "case " + from + ".application", " end"));
    }

    private int known(String application, int window) {
        if (isUntold(application)) {
            return days.size();
        }
        Instant complete = plan.history().completeFrom(application);
        return complete == null ? -1 : days.of(Micros.of(complete) + window * DayIndex.MICROS_PER_DAY);
    }

    /** Whether a source that counts today takes no part in the look back: one that must tell, or that has told events. */
    private boolean isUntold(String application) {
        return asked.tellingActivity().stream()
                .filter(source -> source.rule().appliesTo(application))
                .filter(source -> switch (asked.tells(source, application)) {
                    case EVENTS -> true;
                    case NOTHING -> source.rule().need() == Need.REQUIRED;
                    case CONTENT_ALONE -> false;
                })
                .anyMatch(source -> plan.history().of(application).stream()
                        .noneMatch(trace -> trace.source().equals(source.rule().source())));
    }

    private List<Integer> windows() {
        return counts.stream().map(Count::window).distinct().toList();
    }

    private String each(IntFunction<String> column) {
        return IntStream.range(0, counts.size()).mapToObj(column).collect(Collectors.joining());
    }

    private String eachOfAccounts(IntFunction<String> column) {
        return IntStream.range(0, ofAccounts.size()).mapToObj(column).collect(Collectors.joining());
    }

    private String eachWindow(IntFunction<String> column) {
        return IntStream.range(0, windows().size()).mapToObj(column).collect(Collectors.joining());
    }
}
