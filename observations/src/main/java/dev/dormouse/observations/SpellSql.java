package dev.dormouse.observations;

import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.Spells;
import java.time.Instant;
import java.util.stream.Collectors;

/** Counts how long spells lasted and how they ended, and finds those that go on. */
final class SpellSql {

    private static final long NEVER = Long.MAX_VALUE;

    private final GapSql gaps;
    private final Instant asOf;

    SpellSql(History history, FeedPlaces places, PastNames names, Instant asOf) {
        this.asOf = asOf;
        gaps = new GapSql(history, places, names, Spells.DAYS.getFirst());
    }

    /** Rows: days, earlier spells, how many lasted, how many of those ended with use. */
    String lengths(String population) {
        String days = Spells.DAYS.stream()
                .map(day -> "(" + day + ", " + day * DayIndex.MICROS_PER_DAY + ")")
                .collect(Collectors.joining(", "));
        return spells(population) + """
            select l.days, least(s.earlier, %d), count(*),
                sum(case when s.next_use <= s.known + l.length + %d then 1 else 0 end)
            from silence s cross join (values %s) l(days, length)
            where s.until > s.known + l.length and s.known + l.length + %d <= %d
            group by 1, 2
            """.formatted(Spells.MANY, lookAhead(), days, lookAhead(), Micros.of(asOf));
    }

    /** Rows: application, account, since when it is silent, earlier spells. */
    String open(String population) {
        return spells(population) + "select application, account, since, earlier from silence where until = " + NEVER;
    }

    private static long lookAhead() {
        return Spells.LOOK_AHEAD * DayIndex.MICROS_PER_DAY;
    }

    private String spells(String population) {
        int last = (int) Math.floorDiv(Micros.of(asOf), DayIndex.MICROS_PER_DAY);
        return "with "
                + String.join(
                        ",\n", gaps.resident(population), gaps.span(0, last), gaps.edge(), gaps.member(), silence());
    }

    /** One that goes on is known since its log is complete; one that was over before counts only as a whole. */
    private String silence() {
        return """
            silence as (
                select m.application, m.account, e.newest since, greatest(e.newest, m.complete_from) known,
                    coalesce(e.after, %1$d) until,
                    case when m.logins_are_use = 1 then e.after else e.use_after end next_use,
                    cast(row_number() over (partition by m.application, m.account order by e.newest) - 1 as integer)
                        earlier
                from (
                    select place, account, newest, after, use_after from edge
                    where after is null or after - newest > %2$d) e
                join member m on m.place = e.place and m.account = e.account
                where e.after is null or e.newest >= m.complete_from)
            """.formatted(NEVER, Spells.DAYS.getFirst() * DayIndex.MICROS_PER_DAY);
    }
}
