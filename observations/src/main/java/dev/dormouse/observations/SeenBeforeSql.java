package dev.dormouse.observations;

import dev.dormouse.core.observations.SeenBefore;
import dev.dormouse.core.observations.SubjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What was seen of one account up to a past instant. The roll-up knows the first and the last event of a day and kind; on
 * the day of the instant itself, the events between them count too, for as long as they are kept.
 */
final class SeenBeforeSql {

    private final SubjectKey subject;
    private final long at;

    SeenBeforeSql(SubjectKey subject, Instant at) {
        this.subject = subject;
        this.at = Micros.of(at);
    }

    /** Rows as {@link #read} takes them. */
    String text() {
        long day = Math.floorDiv(at, DayIndex.MICROS_PER_DAY);
        return """
            with mine as (
                select f.source, f.feed from feed f where f.application = %1$s),
            summed as (
                select m.source,
                    max(case when d.newest <= %3$d then d.newest when d.oldest <= %3$d then d.oldest end) newest,
                    max(case when d.oldest <= %3$d and d.newest > %3$d and d.events > 2 then 1 else 0 end) hides,
                    sum(case when d.day = %4$d then d.events else 0 end) told
                from mine m join daily d on d.feed = m.feed
                where d.account = %2$s and d.day <= %4$d group by m.source),
            single as (
                select m.source, max(case when e.instant <= %3$d then e.instant end) newest, count(*) kept
                from mine m join event e on e.feed = m.feed
                where e.account = %2$s and e.instant >= %5$d and e.instant < %6$d group by m.source)
            select s.source, greatest(s.newest, coalesce(e.newest, s.newest)),
                case when s.hides = 0 or coalesce(e.kept, 0) >= s.told then 1 else 0 end
            from summed s left join single e on e.source = s.source
            where s.newest is not null order by s.source
            """.formatted(
                        GapSql.quoted(subject.application()),
                        GapSql.quoted(subject.account()),
                        at,
                        day,
                        day * DayIndex.MICROS_PER_DAY,
                        (day + 1) * DayIndex.MICROS_PER_DAY);
    }

    static SeenBefore read(ResultSet row) throws SQLException {
        return new SeenBefore(row.getString(1), Micros.toInstant(row.getLong(2)), row.getInt(3) == 1);
    }
}
