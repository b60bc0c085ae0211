package dev.dormouse.core.observations;

import dev.dormouse.spi.AccountKind;
import java.time.Duration;
import java.time.Instant;

/**
 * When the accounts of one kind were active last, all of them, as one source saw it. Where many were active shortly before
 * and nobody has been since, the signal is broken; a workforce does not fall asleep on one day.
 *
 * @param since the newest instant of any account of the kind
 * @param active how many of them were active in the {@link #BEFORE} that ended then; at least {@link #MANY}
 */
public record Silence(String source, String application, AccountKind kind, Instant since, long active) {

    /** How long before its end activity shows that the accounts were in use. */
    public static final Duration BEFORE = Duration.ofDays(30);

    /** Fewer may well go on holiday together. */
    public static final int MANY = 10;
}
