package dev.dormouse.core.observations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;

/**
 * Which past judgements are asked for: one for each day and threshold, at the beginning of the day in the zone of the
 * workflow, by what was known at that instant; with a condition that counts events, by what happened before the beginning of
 * the day in UTC.
 *
 * @param from the first day
 * @param to the last day
 * @param thresholds lengths of inactivity in days of 24 hours, ascending
 */
public record BacktestPlan(History history, LocalDate from, LocalDate to, List<Integer> thresholds) {

    /** Two, so that inactivity on two days in a row is always the same spell, on the longest day too. */
    public static final int SHORTEST_THRESHOLD = 2;

    public static final int LONGEST_THRESHOLD = 3650;

    /** After how many days a return is looked for. */
    public static final List<Integer> LOOK_AHEAD = List.of(30, 60, 90);

    public BacktestPlan {
        thresholds = List.copyOf(new TreeSet<>(thresholds));
        if (thresholds.isEmpty()
                || thresholds.getFirst() < SHORTEST_THRESHOLD
                || thresholds.getLast() > LONGEST_THRESHOLD) {
            throw new IllegalArgumentException(
                    "thresholds are " + SHORTEST_THRESHOLD + " to " + LONGEST_THRESHOLD + " days, not " + thresholds);
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the last day " + to + " is before the first, " + from);
        }
    }

    /** When the judgement of each day takes place. */
    public List<Instant> days() {
        return from.datesUntil(to.plusDays(1)).map(this::judged).toList();
    }

    /** When the judgement of the day before the first took place. */
    public Instant dayBefore() {
        return judged(from.minusDays(1));
    }

    /**
     * At the beginning of the day. Where events are counted by whole days, one of that very instant belongs to the day that
     * begins, so the last instant before it is the one of which whole days tell everything.
     */
    private Instant judged(LocalDate day) {
        Instant begins = day.atStartOfDay(history.zone()).toInstant();
        return history.countsEvents() ? begins.minus(1, ChronoUnit.MICROS) : begins;
    }
}
