package dev.dormouse.observations;

import dev.dormouse.core.observations.SeenBefore;
import dev.dormouse.spi.ActivityKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one account, or of one of its grants, up to a past instant. The roll-up knows the first and the last
 * event of a day and kind; on the day of the instant itself, the events between them count too, for as long as they are kept.
 */
final class SeenBeforeSql {

    private final String names;
    private final List<ActivityKind> kinds;
    private final long at;

    /**
     * @param names a statement as {@link PastNamesOfOne} writes it
     * @param kind null for every kind
     */
    SeenBeforeSql(String names, @Nullable ActivityKind kind, Instant at) {
        this.names = names;
        this.kinds = kind == null ? List.of(ActivityKind.values()) : List.of(kind);
        this.at = Micros.of(at);
    }

    /** Rows as {@link #read} takes them. */
    String text() {
        long day = Math.floorDiv(at, DayIndex.MICROS_PER_DAY);
        return """
            with mine as (%1$s),
            summed as (
                select m.source,
                    max(case when d.newest <= %2$d then d.newest when d.oldest <= %2$d then d.oldest end) newest,
                    max(case when d.oldest <= %2$d and d.newest > %2$d and d.events > 2 then 1 else 0 end) hides,
                    sum(case when d.day = %3$d then d.events else 0 end) told
                from mine m join daily d on d.feed = m.feed and d.account = m.name
                where d.day <= %3$d and d.kind in (%6$s) group by m.source),
            single as (
                select m.source, max(case when e.instant <= %2$d then e.instant end) newest, count(*) kept
                from mine m join event e on e.feed = m.feed and e.account = m.name
                where e.instant >= %4$d and e.instant < %5$d and e.kind in (%6$s) group by m.source)
            select s.source, greatest(s.newest, coalesce(e.newest, s.newest)),
                case when s.hides = 0 or coalesce(e.kept, 0) >= s.told then 1 else 0 end
            from summed s left join single e on e.source = s.source
            where s.newest is not null order by s.source
            """.formatted(
                        names,
                        at,
                        day,
                        day * DayIndex.MICROS_PER_DAY,
                        (day + 1) * DayIndex.MICROS_PER_DAY,
                        kinds.stream().map(kind -> GapSql.quoted(kind.name())).collect(Collectors.joining(", ")));
    }

    static SeenBefore read(ResultSet row) throws SQLException {
        return new SeenBefore(row.getString(1), Micros.toInstant(row.getLong(2)), row.getInt(3) == 1);
    }
}
