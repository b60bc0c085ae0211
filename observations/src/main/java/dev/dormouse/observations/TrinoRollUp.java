package dev.dormouse.observations;

import java.util.List;

/**
 * Adds events to a feed on Trino. Days that were touched are counted again from the events, instead of being added to, so
 * that doing it twice, after a crash between two statements, changes nothing.
 */
final class TrinoRollUp {

    private static final String DAY = "cast(floor(cast(instant as double) / 86400000000) as integer)";

    private TrinoRollUp() {}

    /**
     * @param logged the events that were read, each of them once
     * @param told what was seen, by account
     */
    static List<String> statements(long feed, String logged, String told) {
        return List.of(
                """
                insert into event select * from %2$s l where not exists
                    (select 1 from event e where e.feed = %1$d and e.id = l.id and e.instant = l.instant)
                """.formatted(feed, logged),
                "delete from daily where feed = %d and day in (select %s from %s)".formatted(feed, DAY, logged),
                """
                insert into daily select feed, account, kind, %2$s, count(*), min(instant), max(instant) from event
                where feed = %1$d and %2$s in (select %2$s from %3$s) group by feed, account, kind, %2$s
                """.formatted(feed, DAY, logged),
                """
                update seen set dormant = 0, active = 0, never = 0, unreadable = 0, problem = null
                where feed = %d and dormant + active + never + unreadable > 0
                """.formatted(feed),
                """
                merge into seen t using %s s on t.feed = s.feed and t.account = s.account
                when matched then update set newest = %s, newest_login = %s, newest_use = %s, newest_machine = %s,
                    dormant = s.dormant, active = s.active, never = s.never, unreadable = s.unreadable,
                    problem = s.problem
                when not matched then insert values (s.feed, s.account, s.newest, s.newest_login, s.newest_use,
                    s.newest_machine, s.dormant, s.active, s.never, s.unreadable, s.problem)
                """.formatted(
                        told, newer("newest"), newer("newest_login"), newer("newest_use"), newer("newest_machine")));
    }

    /** Trino's greatest is NULL where one of the two is. */
    private static String newer(String column) {
        return "greatest(coalesce(t.%1$s, s.%1$s), coalesce(s.%1$s, t.%1$s))".formatted(column);
    }
}
