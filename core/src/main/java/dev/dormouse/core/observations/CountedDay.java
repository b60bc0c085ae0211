package dev.dormouse.core.observations;

import dev.dormouse.spi.ActivityKind;
import org.jspecify.annotations.Nullable;

/**
 * How many events a source had told of an account on one day of UTC, as far as they lie inside a past window.
 *
 * @param day counts from 1970
 * @param events null where the window begins or ends between events of the day of which only the sum is kept
 */
public record CountedDay(
        String source, ActivityKind kind, int day, @Nullable Long events) {}
