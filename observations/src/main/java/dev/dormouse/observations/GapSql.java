package dev.dormouse.observations;

import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.workflow.Selection.NeverActive;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The silences of accounts: from one event to the next, or to the end of what is known. Of each stretch of days, the
 * bucket, only the first and the last event matter; a silence within it is shorter than any threshold.
 *
 * <p>Written as text, of what DuckDB and Trino share, for the shape of it is the whole idea: one scan of the roll-up into
 * buckets, one window over them, and everything after that is small. The parts are to be joined with commas.
 */
final class GapSql {

    /** Trino reads the sign apart from the number, which is then too large. */
    static final String LONG_AGO = "(-9223372036854775807 - 1)";

    private static final int FEW = 8;

    private final History history;
    private final FeedPlaces places;
    private final PastNames names;
    private final int smallest;
    private final int bucketDays;

    /** @param smallest the days of the smallest silence that is of interest */
    GapSql(History history, FeedPlaces places, PastNames names, int smallest) {
        this.history = history;
        this.places = places;
        this.names = names;
        this.smallest = smallest;
        this.bucketDays = Math.min(smallest, Buckets.DAYS);
    }

    /**
     * {@code span}: place, account, number, oldest, newest, oldest use; a bucket a row.
     *
     * @param first earlier days may lie in one bucket together
     * @param last later days are of no interest
     */
    String span(int first, int last) {
        return "span as (" + (bucketDays == Buckets.DAYS ? kept(last) : ofDays(first, last)) + ")";
    }

    /** Of days alone, as kept buckets are longer than the smallest silence. */
    private String ofDays(int first, int last) {
        int lowest = Buckets.first(first, bucketDays);
        String number = "case when d.day < %d then %d else %s end"
                .formatted(lowest, lowest - 1, Buckets.first("d.day", bucketDays));
        return summed(number, places.wanted(), last);
    }

    /** Of buckets that were kept, and of the days after them. */
    private String kept(int last) {
        int end = Buckets.first(last + 1, bucketDays);
        String rows = """
                select %s place, %s account, d.number, d.oldest, d.newest, d.oldest_use from %s
                where d.number < %d and %s
                union all
                %s""".formatted(
                        places.place(),
                        places.account(),
                        places.in("bucket"),
                        end,
                        places.wanted(),
                        summed(Buckets.first("d.day", bucketDays), places.wantedAfterBuckets(end), last));
        return places.areOfOneFeed() ? rows : """
                select place, account, number, min(oldest) oldest, max(newest) newest, min(oldest_use) oldest_use
                from (%s) b group by place, account, number""".formatted(rows);
    }

    private String summed(String number, String wanted, int last) {
        return """
                select %s place, %s account, %s number, %s from %s where d.day <= %d and %s group by %s2, 3""".formatted(
                        places.place(),
                        places.account(),
                        number,
                        Buckets.extremes(),
                        places.in("daily"),
                        last,
                        wanted,
                        places.isOne() ? "" : "1, ");
    }

    /** {@code edge}: the buckets with a silence on either side, at the beginning or at the end, and what lies beyond. */
    String edge() {
        return """
            edge as (
                select place, account, oldest, newest, oldest_use, before, after, use_after
                from (
                    select place, account, oldest, newest, oldest_use,
                        lag(newest) over inside before,
                        lead(oldest) over inside after,
                        %s use_after
                    from span
                    window inside as (partition by place, account order by number)) b
                where before is null or after is null or after - newest > %d)
            """.formatted(useAfter(), smallest * DayIndex.MICROS_PER_DAY);
    }

    /**
     * The first use in a later bucket. Looking at a few is three times as fast as looking at all, and a use in one beyond
     * them lies after the end of every look-ahead.
     */
    private String useAfter() {
        int buckets = Math.ceilDiv(BacktestPlan.LOOK_AHEAD.getLast(), bucketDays) + 1;
        return buckets > FEW
                ? "min(oldest_use) over (inside rows between 1 following and unbounded following)"
                : IntStream.rangeClosed(1, buckets)
                        .mapToObj(bucket -> "lead(oldest_use, " + bucket + ") over inside")
                        .collect(Collectors.joining(", ", "coalesce(", ")"));
    }

    /** {@code resident}: everybody in scope. */
    String resident(String population) {
        return names.resident(population);
    }

    /** {@code member}: those of whom something can be known, since when inactivity counts, and whether not being seen means anything. */
    String member() {
        return member("");
    }

    /** @param more further columns, of the resident {@code p} */
    String member(String more) {
        return """
            member as (
                select p.application, a.place, p.account, p.since, a.logins_are_use, a.complete_from,
                    greatest(coalesce(p.created, %1$s), p.ended, a.complete_from) base,
                    case when a.begins = %1$s or coalesce(p.created, %1$s) >= a.begins
                        then %2$s else 1 end counts_unseen%4$s
                from resident p
                join (values %3$s) a(application, place, complete_from, begins, logins_are_use)
                on a.application = p.application %5$s)
            """.formatted(LONG_AGO, neverUsed(), applications(), more, names.canBeKnown());
    }

    /** Whether an account that was never used may be dormant: as the judge has it, where its age is known. */
    private String neverUsed() {
        NeverActive rule = history.question().workflow().selection().neverActive();
        return switch (rule) {
            case EXCLUDE -> "0";
            case SINCE_CREATED, REVIEW -> "case when p.created is null then 0 else 1 end";
        };
    }

    private String applications() {
        List<String> rows = new ArrayList<>();
        for (String application : history.applications()) {
            Long complete = Micros.ofNullable(history.completeFrom(application));
            Long begins = Micros.ofNullable(history.begins(application));
            rows.add("(%s, %d, %s, %s, %d)"
                    .formatted(
                            quoted(application),
                            places.of(application),
                            complete == null ? LONG_AGO : complete,
                            begins == null ? LONG_AGO : begins,
                            history.loginsAreUse(application) ? 1 : 0));
        }
        return String.join(", ", rows);
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
