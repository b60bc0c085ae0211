package dev.dormouse.spi;

import java.time.Clock;

/**
 * What the program lends to a connector.
 *
 * @param clock the only source of the present time
 * @param files opens the files and buckets that the configuration names; relative names are relative to its folder
 * @param patience runs a call again as often and as late as the remote system asks for
 */
public record Surroundings(Clock clock, FileStore files, Patience patience) {}
