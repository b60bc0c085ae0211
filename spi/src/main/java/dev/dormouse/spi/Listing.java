package dev.dormouse.spi;

import java.time.Instant;

/**
 * How a complete list of accounts came about.
 *
 * @param asOf the instant of which the list tells the state
 * @param fingerprint of what was read, equal for equal content; empty where the list came from a live system
 */
public record Listing(Instant asOf, String fingerprint) {}
