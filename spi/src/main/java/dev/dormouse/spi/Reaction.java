package dev.dormouse.spi;

import java.time.Duration;

/** What a failure means for the caller. */
public sealed interface Reaction {

    /** The system asks to be left alone for that long (rate limit). */
    record RetryAfter(Duration delay) implements Reaction {}

    /** The system does not answer or answers with an error of its own; later may be better. */
    record Unavailable() implements Reaction {}

    /** The credentials do not allow it; only a person can change that. */
    record Forbidden() implements Reaction {}

    /** What was asked for does not exist. */
    record Gone() implements Reaction {}

    /** The request, or the content that was read, is wrong; repeating it changes nothing. */
    record Invalid() implements Reaction {}
}
