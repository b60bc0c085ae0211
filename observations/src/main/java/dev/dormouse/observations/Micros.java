package dev.dormouse.observations;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as the store keeps them: whole microseconds since 1970, rounded down. */
final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Micros() {}

    /** An instant beyond what fits, some 292,000 years away, becomes the last that does. */
    static long of(Instant instant) {
        long second = Math.clamp(instant.getEpochSecond(), -LAST_SECOND, LAST_SECOND);
        return second * PER_SECOND + instant.getNano() / 1_000;
    }

    static @Nullable Long ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    static long of(Duration length) {
        return length.toSeconds() * PER_SECOND + length.toNanosPart() / 1_000;
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
