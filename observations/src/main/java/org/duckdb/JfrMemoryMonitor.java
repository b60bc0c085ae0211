package org.duckdb;

import org.jspecify.annotations.NullMarked;

/**
 * Takes the place of the driver's class of this name, wherever this module comes before the driver on the class path.
 * The driver's own starts Java Flight Recorder with the first connection, unasked and without a switch, which costs some
 * 0.2 s of processor time: more than everything else a small organisation needs. Behind the driver it is without effect.
 */
@NullMarked
final class JfrMemoryMonitor {

    private JfrMemoryMonitor() {}

    static void init() {}

    static void connectionOpened(DuckDBConnection connection) {}

    static void connectionClosed(long database) {}
}
