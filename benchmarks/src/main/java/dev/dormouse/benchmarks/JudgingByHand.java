package dev.dormouse.benchmarks;

import java.time.Duration;

/** The same judgements as statements that somebody who knows the tables would write for them. */
final class JudgingByHand {

    private static final long NOW = JudgingSteps.NOW.toEpochMilli() * 1000;

    private JudgingByHand() {}

    /** So many days before the judgement, in microseconds. */
    static long before(int days) {
        return NOW - Duration.ofDays(days).toMillis() * 1000;
    }

    /** Nobody of whom the log cannot be read is dormant, nobody who is younger than the window either. */
    private static String answer(int days, int youngest, String more) {
        return """
                case when s.newest > %1$d then 'ACTIVE' %3$s when a.created > %2$d then 'ACTIVE'
                    when s.unreadable = 1 then 'UNKNOWN' else 'DORMANT' end
                """.formatted(
                before(days),
                before(youngest),
                more.isEmpty() ? "" : "when coalesce(s.unreadable, 0) = 0 and not (" + more + ") then 'ACTIVE'");
    }

    static String inactive() {
        return """
                select * from (
                    select a.account, a.login, a.remote_id, a.email, a.created, s.newest, s.problem, %s answer
                    from account a left join seen s on s.feed = 1 and s.account = a.account
                    where a.application = 'APPLICATION') x
                where answer <> 'ACTIVE' order by account
                """.formatted(answer(90, 90, "")).replace("APPLICATION", JudgingData.APPLICATION);
    }

    /** Counts for everybody, then joins. */
    static String condition(String rows) {
        return """
                with c as (
                    select account, sum(case when kind = 'LOGIN' then events else 0 end) logins,
                        sum(case when kind = 'USE' then events else 0 end) uses
                    from (%s) r group by account)
                select * from (
                    select a.account, a.login, a.remote_id, a.email, a.created, s.newest, s.problem,
                        coalesce(c.logins, 0) logins, coalesce(c.uses, 0) uses, %s answer
                    from account a left join seen s on s.feed = 1 and s.account = a.account
                    left join c on c.account = a.account
                    where a.application = 'APPLICATION') x
                where answer <> 'ACTIVE' order by account
                """.formatted(rows, answer(30, 90, "coalesce(c.logins, 0) <= 2 and coalesce(c.uses, 0) <= 6"))
                .replace("APPLICATION", JudgingData.APPLICATION);
    }

    /** Whole days from the roll-up, both ends of the window from the events. */
    static String daysAndEnds() {
        long firstDay = Math.floorDiv(before(90), JudgingData.MICROS_PER_DAY) + 1;
        long today = Math.floorDiv(NOW, JudgingData.MICROS_PER_DAY);
        return """
                select account, kind, events from daily where feed = 1 and day >= %d and day < %d
                union all
                select account, kind, 1 from event where feed = 1 and instant > %d and instant < %d
                union all
                select account, kind, 1 from event where feed = 1 and instant >= %d and instant <= %d
                """.formatted(
                        firstDay,
                        today,
                        before(90),
                        firstDay * JudgingData.MICROS_PER_DAY,
                        today * JudgingData.MICROS_PER_DAY,
                        NOW);
    }

    /** Looks first who has been silent, and counts for them alone. */
    static String candidatesFirst() {
        return condition("select r.* from (" + daysAndEnds()
                + ") r semi join (select account from seen where feed = 1 and newest <= " + before(30)
                + ") q on q.account = r.account");
    }

    /** Without the roll-up: what is known of everybody comes from the events. */
    static String raw() {
        return """
                with c as (
                    select account, max(instant) newest,
                        count(*) filter (kind = 'LOGIN' and instant > START) logins,
                        count(*) filter (kind = 'USE' and instant > START) uses
                    from event where feed = 1 and instant <= NOW group by account)
                select * from (
                    select a.account, a.login, a.remote_id, a.email, a.created, s.newest,
                        coalesce(s.logins, 0) logins, coalesce(s.uses, 0) uses,
                        case when s.newest > SILENT then 'ACTIVE'
                            when coalesce(s.logins, 0) > 2 or coalesce(s.uses, 0) > 6 then 'ACTIVE'
                            when a.created > START then 'ACTIVE' else 'DORMANT' end answer
                    from account a left join c s on s.account = a.account
                    where a.application = 'APPLICATION') x
                where answer <> 'ACTIVE' order by account
                """.replace("START", String.valueOf(before(90)))
                .replace("SILENT", String.valueOf(before(30)))
                .replace("NOW", String.valueOf(NOW))
                .replace("APPLICATION", JudgingData.APPLICATION);
    }
}
