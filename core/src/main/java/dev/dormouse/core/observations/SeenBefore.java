package dev.dormouse.core.observations;

import java.time.Instant;

/**
 * What a source that tells events had seen of an account by a past instant.
 *
 * @param newest the newest event up to that instant, that instant included, as far as events are kept one by one
 * @param exact whether it certainly was the newest: not so where the events of that day are added up already
 */
public record SeenBefore(String source, Instant newest, boolean exact) {}
