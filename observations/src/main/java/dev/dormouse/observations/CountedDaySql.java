package dev.dormouse.observations;

import dev.dormouse.core.observations.CountedDay;
import dev.dormouse.spi.ActivityKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events of one account, or of one of its grants, in a past window. On the days at its ends the roll-up tells how many lie inside where all
 * of them do, or where there are two; otherwise the events themselves do, for as long as they are kept.
 */
final class CountedDaySql {

    private final String names;
    private final long after;
    private final long at;

    /** @param names a statement as {@link PastNamesOfOne} writes it */
    CountedDaySql(String names, @Nullable Instant after, Instant at) {
        this.names = names;
        this.after = after == null ? ActivitySql.ALWAYS : Micros.of(after);
        this.at = Micros.of(at);
    }

    /** Rows as {@link #read} takes them. */
    String text() {
        long first = Math.floorDiv(after, DayIndex.MICROS_PER_DAY);
        long last = Math.floorDiv(at, DayIndex.MICROS_PER_DAY);
        return """
            with mine as (%1$s),
            summed as (
                select m.source, d.kind, d.day, sum(d.events) told,
                    sum(case when d.oldest > %2$d and d.newest <= %3$d then d.events
                        when d.events = 2 and (%6$s or %7$s) then 1 else 0 end) inside,
                    max(case when d.events > 2 and d.newest > %2$d and d.oldest <= %3$d
                        and (d.oldest <= %2$d or d.newest > %3$d) then 1 else 0 end) hides
                from mine m join daily d on d.feed = m.feed and d.account = m.name
                where d.day between %4$d and %5$d group by m.source, d.kind, d.day),
            single as (
                select m.source, e.kind, case when e.instant < %8$d then %4$d else %5$d end "day", count(*) kept,
                    sum(case when e.instant > %2$d and e.instant <= %3$d then 1 else 0 end) inside
                from mine m join event e on e.feed = m.feed and e.account = m.name
                where ((e.instant >= %9$d and e.instant < %8$d)
                    or (e.instant >= %10$d and e.instant < %11$d))
                group by 1, 2, 3)
            select s.source, s.kind, s.day,
                case when s.hides = 0 then s.inside when coalesce(e.kept, 0) >= s.told then e.inside end
            from summed s
            left join single e on e.source = s.source and e.kind = s.kind and e.day = s.day
            where s.hides = 1 or s.inside > 0
            """.formatted(
                        names,
                        after,
                        at,
                        first,
                        last,
                        inside("d.oldest"),
                        inside("d.newest"),
                        (first + 1) * DayIndex.MICROS_PER_DAY,
                        first * DayIndex.MICROS_PER_DAY,
                        last * DayIndex.MICROS_PER_DAY,
                        (last + 1) * DayIndex.MICROS_PER_DAY);
    }

    private String inside(String instant) {
        return "(%1$s > %2$d and %1$s <= %3$d)".formatted(instant, after, at);
    }

    static CountedDay read(ResultSet row) throws SQLException {
        long inside = row.getLong(4);
        Long events = row.wasNull() ? null : (Long) inside;
        return new CountedDay(row.getString(1), ActivityKind.valueOf(row.getString(2)), row.getInt(3), events);
    }
}
