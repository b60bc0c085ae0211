package dev.dormouse.core.workflow;

import dev.dormouse.core.workflow.Window.Calendar;
import dev.dormouse.core.workflow.Window.Elapsed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time as people write them: {@code 90d}, {@code 12h}, {@code 3 months}, {@code 1 year}, {@code P3M}, {@code PT72H}. */
public final class Windows {

    static final String EXAMPLES = "write for example 90d, 12h, 3 months, 1 year, P3M or PT72H";

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,6}) ?(min|minutes?|h|hours?|d|days?|w|weeks?|months?|y|years?)");

    /** Nothing that is measured here is older, and the arithmetic of instants stays far from its limits. */
    private static final int LONGEST_YEARS = 100;

    private static final Instant REFERENCE = Instant.parse("2025-01-01T00:00:00Z");

    private Windows() {}

    /**
     * Days are 24 hours, weeks seven of them; months and years are calendar arithmetic. Null where the text is not a length
     * of time, mixes days with months, is zero or longer than a hundred years.
     */
    public static @Nullable Window parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        try {
            Window window = written.matches()
                    ? of(Integer.parseInt(written.group(1)), written.group(2).charAt(0), written.group(2))
                    : iso(text.strip());
            return window == null || roughly(window).isZero() || tooLong(window) ? null : window;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** For comparing a month with days: the length of the window from the beginning of 2025 on. */
    static Duration roughly(Window window) {
        return Duration.between(REFERENCE, window.after(REFERENCE, ZoneOffset.UTC));
    }

    private static boolean tooLong(Window window) {
        return roughly(window).compareTo(Duration.ofDays(LONGEST_YEARS * 366L)) > 0;
    }

    private static @Nullable Window of(int number, char unit, String word) {
        return switch (unit) {
            case 'm' ->
                word.startsWith("min")
                        ? new Elapsed(Duration.ofMinutes(number))
                        : new Calendar(Period.ofMonths(number));
            case 'h' -> new Elapsed(Duration.ofHours(number));
            case 'd' -> new Elapsed(Duration.ofDays(number));
            case 'w' -> new Elapsed(Duration.ofDays(7L * number));
            case 'y' -> new Calendar(Period.ofYears(number));
            default -> null;
        };
    }

    private static @Nullable Window iso(String text) {
        if (!text.startsWith("P")) {
            return null;
        }
        if (text.contains("T")) {
            Duration length = Duration.parse(text);
            return length.isNegative() ? null : new Elapsed(length);
        }
        Period length = Period.parse(text);
        long days = length.get(ChronoUnit.DAYS);
        boolean mixed = days > 0 && length.toTotalMonths() > 0;
        if (length.isNegative() || mixed) {
            return null;
        }
        return days > 0 ? new Elapsed(Duration.ofDays(days)) : new Calendar(length);
    }
}
