package dev.dormouse.core.judging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one subject, with what decided it.
 *
 * @param lastActivity the newest instant that any source saw; null for none
 * @param source the source that decided, or that gave the newest instant; null where there is none
 * @param reason the deciding clause in one line
 * @param neverUsed no source ever saw the account
 */
public record Judgement(
        Answer answer,
        @Nullable Instant lastActivity,
        @Nullable String source,
        String reason,
        boolean neverUsed) {}
