package dev.dormouse.observations;

import dev.dormouse.core.observations.BacktestPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one statement that works out every judgement of a plan. A silence that is longer than a threshold is a spell: the
 * account stands selected from the first day that begins a threshold after the last event, up to the day before the one
 * that begins at or after the next event. A spell adds one where it begins and takes one away where it ends, so that the
 * days between cost nothing.
 */
final class BacktestSql {

    /** Stands in the column of the threshold for: the account came to be. */
    static final int CREATED = 0;

    private static final long NEVER = Long.MAX_VALUE;

    private final BacktestPlan plan;
    private final DayIndex days;
    private final GapSql gaps;

    BacktestSql(BacktestPlan plan, FeedPlaces places, PastNames names) {
        this.plan = plan;
        days = DayIndex.of(plan);
        gaps = new GapSql(plan.history(), places, names, plan.thresholds().getFirst());
    }

    DayIndex days() {
        return days;
    }

    /** Rows: application, threshold, day, begun, ended, selected, and used again and came again for each look-ahead. */
    String text(String population) {
        List<String> parts = new ArrayList<>(silences(population, ""));
        parts.addAll(List.of(silence(""), stretch(""), spell("")));
        return text(parts, "spell");
    }

    /** The same where a condition has days on which it lets an account be selected: the parts of a spell on those days. */
    String text(String population, ConditionDays condition, Statements statements) {
        List<String> parts = new ArrayList<>(silences(population, condition.ofMember()));
        parts.addAll(List.of(
                silence("account, "), stretch("account, "), spell("account, "), condition.parts(statements), met()));
        return text(parts, "met");
    }

    private List<String> silences(String population, String ofMember) {
        int first = dayOf(days.before()) - plan.thresholds().getLast() - 1;
        int last = dayOf(days.last()) + BacktestPlan.LOOK_AHEAD.getLast() + 1;
        return List.of(gaps.resident(population), gaps.span(first, last), gaps.edge(), gaps.member(ofMember));
    }

    private String text(List<String> parts, String spells) {
        List<String> all = new ArrayList<>(parts);
        all.addAll(List.of(begun(spells), change()));
        return "with " + String.join(",\n", all)
                + """
            select application, threshold, day, sum(begun), sum(ended), sum(selected), %s
            from change where day < %d group by application, threshold, day
            """.formatted(returns("sum(used_%1$d), sum(came_%1$d)"), days.size());
    }

    private static int dayOf(long micros) {
        return (int) Math.floorDiv(micros, DayIndex.MICROS_PER_DAY);
    }

    private static String of(String relation, String owner) {
        return owner.isEmpty() ? "" : relation + "." + owner;
    }

    /**
     * From an event to the next, or from the beginning to the first; those alone that reach into the days asked for.
     *
     * @param owner the column that says whose it is; empty where nobody asks
     */
    private String silence(String owner) {
        return """
            silence as (
                select m.application, %4$sm.since, greatest(m.base, e.newest) base, e.after next,
                    case when m.logins_are_use = 1 then e.after else e.use_after end next_use
                from (
                    select place, account, newest, after, use_after from edge
                    where newest < %2$d
                    and (after is null or (after > %1$d and after - newest > %3$d))) e
                join member m on m.place = e.place and m.account = e.account
                union all
                select m.application, %4$sm.since, m.base, e.oldest,
                    case when m.logins_are_use = 1 then e.oldest else coalesce(e.oldest_use, e.use_after) end
                from member m
                left join (select place, account, oldest, oldest_use, use_after from edge where before is null) e
                on m.place = e.place and m.account = e.account
                where m.counts_unseen = 1 and (e.oldest is null or e.oldest > %1$d))
            """.formatted(
                days.first(), days.last(), plan.thresholds().getFirst() * DayIndex.MICROS_PER_DAY, of("m", owner));
    }

    /** A floor that the ledger knows ends the silence before it and begins another; it counts from its instant on. */
    private String stretch(String owner) {
        return """
            stretch as (
                select application, %5$snext, next_use,
                    case when part = 1 then greatest(base, %4$d) else greatest(base, since, %4$d) end base,
                    case when part = 1 and since > %2$s then least(coalesce(next, %1$d), since)
                        else coalesce(next, %1$d) end until
                from silence cross join (values (1), (2)) p(part)
                where base < %3$d and (part = 1 or (since > %2$s and since < coalesce(next, %1$d) and since < %3$d)))
            """.formatted(NEVER, GapSql.LONG_AGO, days.last(), lowestBase(), owner);
    }

    /** What is older began its spell before the first day with every threshold; keeps sums from overflowing. */
    private long lowestBase() {
        return days.before() - (plan.thresholds().getLast() + 1) * DayIndex.MICROS_PER_DAY;
    }

    private String spell(String owner) {
        String thresholds = plan.thresholds().stream()
                .map(threshold -> "(" + threshold + ", " + threshold * DayIndex.MICROS_PER_DAY + ")")
                .collect(Collectors.joining(", "));
        return """
            spell as (
                select application, %5$sthreshold, first, stop, next, next_use
                from (
                    select application, %5$sthreshold, next, next_use, %1$s first, %2$s stop
                    from (
                        select s.application, %6$st.threshold, s.base + t.length due, s.until, s.next, s.next_use
                        from stretch s cross join (values %3$s) t(threshold, length)) x
                    where due < until) y
                where first < stop and first < %4$d and stop > 0)
            """.formatted(days.of("due"), days.of("until"), thresholds, days.size(), owner, of("s", owner));
    }

    private static String met() {
        return """
            met as (
                select application, threshold, first, stop, next, next_use
                from (
                    select s.application, s.threshold, greatest(s.first, h.first) first, least(s.stop, h.stop) stop,
                        s.next, s.next_use
                    from spell s join held h on h.application = s.application and h.account = s.account) x
                where first < stop and stop > 0)
            """;
    }

    /** Spells with the instant of the judgement that selects, where that is on one of the days. */
    private String begun(String spells) {
        return """
            begun as (
                select s.application, s.threshold, s.first, s.stop, s.next, s.next_use, d.begins
                from %s s left join (values %s) d(day, begins) on d.day = s.first)
            """.formatted(spells, days.rows());
    }

    /** Each spell twice, for its beginning and its end: read once, as Trino works a part out again for each reader. */
    private String change() {
        return """
            change as (
                select application, threshold, case when part = 1 then greatest(first, 0) else stop end as day,
                    case when part = 1 then 1 else 0 end begun, case when part = 2 then 1 else 0 end ended,
                    case when part = 1 and begins is not null then 1 else 0 end selected, %1$s
                from begun cross join (values (1), (2)) p(part)
                union all
                select application, %2$d, greatest(%3$s, 0), 1, 0, 0, %4$s
                from (select application, greatest(coalesce(created, %5$d), %5$d) created from resident) c)
            """.formatted(
                        returns("case when part = 1 and next_use <= begins + %2$d then 1 else 0 end used_%1$d,"
                                + " case when part = 1 and next <= begins + %2$d then 1 else 0 end came_%1$d"),
                        CREATED,
                        days.of("created"),
                        returns("0, 0"),
                        lowestBase());
    }

    /** The template for each look-ahead, with its days and its microseconds. */
    private static String returns(String template) {
        return BacktestPlan.LOOK_AHEAD.stream()
                .map(look -> template.formatted(look, look * DayIndex.MICROS_PER_DAY))
                .collect(Collectors.joining(", "));
    }
}
