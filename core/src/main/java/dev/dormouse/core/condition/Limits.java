package dev.dormouse.core.condition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Beyond these a value is unknown: SQL would end the whole statement where CEL gives up on one account. */
final class Limits {

    private static final Duration LONGEST = Duration.ofSeconds(Expression.LONGEST_SECONDS);

    private Limits() {}

    /** The value, instants and lengths of time counted down to whole microseconds; null for unknown. */
    static @Nullable Object kept(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Integer number -> kept(number.longValue());
            case Long number ->
                Math.abs(number) <= Expression.LARGEST_COUNT && number != Long.MIN_VALUE ? number : null;
            case Instant instant -> within(instant) ? instant.truncatedTo(ChronoUnit.MICROS) : null;
            case Enum<?> word -> word.name();
            default -> value;
        };
    }

    static boolean within(Instant instant) {
        return !instant.isBefore(Expression.NEVER) && instant.isBefore(Expression.LATEST.plus(1, ChronoUnit.MICROS));
    }

    /** Null where the sum is beyond the limits. */
    static @Nullable Instant plus(Instant instant, Duration length) {
        try {
            Instant sum = instant.plus(length);
            return within(sum) ? sum : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** Null where it is too long. */
    static @Nullable Duration kept(Duration length) {
        return length.abs().compareTo(LONGEST) <= 0 ? length : null;
    }
}
