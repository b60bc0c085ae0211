package dev.dormouse.observations;

import dev.dormouse.core.observations.BacktestPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the first day that begins at or after an instant, by arithmetic alone: days are 24 hours long but for the few on
 * which the clock of the zone is set, so that a year is a handful of stretches of equal days.
 */
final class DayIndex {

    static final long MICROS_PER_DAY = 86_400_000_000L;

    /** Days one after another of 24 hours each. */
    private record Stretch(int first, long begins, long ends) {}

    private final List<Long> days;
    private final List<Stretch> stretches = new ArrayList<>();

    /** The days of a plan, and the one before the first. */
    static DayIndex of(BacktestPlan plan) {
        List<Instant> days = new ArrayList<>(List.of(plan.dayBefore()));
        days.addAll(plan.days());
        return new DayIndex(days);
    }

    /** @param days when each begins, ascending; the first has the number -1 */
    DayIndex(List<Instant> days) {
        this.days = days.stream().map(Micros::of).toList();
        int first = 0;
        for (int day = 1; day <= days.size(); day++) {
            if (day == days.size() || this.days.get(day) - this.days.get(day - 1) != MICROS_PER_DAY) {
                stretches.add(new Stretch(first - 1, this.days.get(first), this.days.get(day - 1)));
                first = day;
            }
        }
    }

    /** The number of days without the one before the first. */
    int size() {
        return days.size() - 1;
    }

    /** When the day before the first begins. */
    long before() {
        return days.getFirst();
    }

    long first() {
        return days.get(1);
    }

    long last() {
        return days.getLast();
    }

    /** The number of the first day that begins at or after the instant; {@link #size()} where there is none. */
    String of(String instant) {
        StringBuilder sql = new StringBuilder("case");
        for (Stretch stretch : stretches) {
            sql.append(" when ").append(instant).append(" <= ").append(stretch.begins());
            sql.append(" then ").append(stretch.first());
            sql.append(" when ")
                    .append(instant)
                    .append(" <= ")
                    .append(stretch.ends())
                    .append(" then ");
            sql.append(stretch.first()).append(" + ").append(daysSince(instant, stretch.begins()));
        }
        return sql.append(" else ").append(size()).append(" end").toString();
    }

    /** Rounded up. In floating point, as engines differ in what they make of integers; exact for years of microseconds. */
    private static String daysSince(String instant, long begins) {
        return String.format(
                Locale.ROOT,
                "cast(ceil(cast(%s - %d as double) / cast(%d as double)) as integer)",
                instant,
                begins,
                MICROS_PER_DAY);
    }

    /** The number of the first day that begins at or after the instant; {@link #size()} where there is none. */
    int of(long instant) {
        int day = -1;
        while (day < size() && days.get(day + 1) < instant) {
            day++;
        }
        return day;
    }

    /** When each day begins, as the rows of a table: number, instant. */
    String rows() {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < size(); day++) {
            rows.add("(" + day + ", " + days.get(day + 1) + ")");
        }
        return String.join(", ", rows);
    }
}
