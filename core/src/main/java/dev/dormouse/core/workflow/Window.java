package dev.dormouse.core.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** A length of time as written in a document: {@code 90d} is elapsed time, {@code 3 months} is calendar arithmetic. */
public sealed interface Window {

    /** The instant that lies this window before {@code now}; the zone matters for calendar windows alone. */
    Instant before(Instant now, ZoneId zone);

    /** The instant that lies this window after {@code start}. */
    Instant after(Instant start, ZoneId zone);

    /** Days, hours, minutes or seconds of 24 h, 60 min, 60 s. */
    record Elapsed(Duration length) implements Window {

        public Elapsed {
            if (length.isNegative()) {
                throw new IllegalArgumentException("a window cannot be negative: " + length);
            }
        }

        @Override
        public Instant before(Instant now, ZoneId zone) {
            return now.minus(length);
        }

        @Override
        public Instant after(Instant start, ZoneId zone) {
            return start.plus(length);
        }

        @Override
        public String toString() {
            return length.toHoursPart() == 0 && length.toMinutesPart() == 0 && length.toSecondsPart() == 0
                    ? length.toDays() + "d"
                    : length.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Months or years; the day is clamped to the end of a shorter month. */
    record Calendar(Period length) implements Window {

        public Calendar {
            if (length.isNegative()) {
                throw new IllegalArgumentException("a window cannot be negative: " + length);
            }
        }

        @Override
        public Instant before(Instant now, ZoneId zone) {
            return now.atZone(zone).minus(length).toInstant();
        }

        @Override
        public Instant after(Instant start, ZoneId zone) {
            return start.atZone(zone).plus(length).toInstant();
        }

        @Override
        public String toString() {
            long months = length.toTotalMonths();
            return months == 1 ? "1 month" : months + " months";
        }
    }
}
