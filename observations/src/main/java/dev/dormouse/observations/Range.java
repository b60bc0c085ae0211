package dev.dormouse.observations;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A window as days and instants: whole days of UTC are read from the roll-up, what remains at both ends from the events.
 *
 * @param start the last instant before the window, in microseconds; null for no beginning
 * @param now the last instant inside it
 */
record Range(@Nullable Long start, long now) {

    static final long MICROS_PER_DAY = 86_400_000_000L;

    private static final long FIRST_DAY = Integer.MIN_VALUE;

    /** The first whole day. */
    long firstDay() {
        return start == null ? FIRST_DAY : Math.floorDiv(start, MICROS_PER_DAY) + 1;
    }

    /** The last whole day; before the first where there is none. */
    long lastDay() {
        return Math.floorDiv(now + 1, MICROS_PER_DAY) - 1;
    }

    Condition wholeDays(Field<Integer> day) {
        return day.between(DSL.inline((int) firstDay()), DSL.inline((int) lastDay()));
    }

    /** The instants at both ends that belong to no whole day. */
    Condition ends(Field<Long> instant) {
        long firstEnd = start == null ? Long.MIN_VALUE : Math.min(firstDay() * MICROS_PER_DAY - 1, now);
        long lastBegin = Math.max((lastDay() + 1) * MICROS_PER_DAY, firstEnd + 1);
        Condition last = instant.between(DSL.inline(lastBegin), DSL.inline(now));
        return start == null
                ? last
                : instant.between(DSL.inline(start + 1), DSL.inline(firstEnd)).or(last);
    }
}
