package dev.dormouse.spi;

import dev.dormouse.spi.LogEntry.Summary;
import org.jspecify.annotations.Nullable;

/** Capability: shows record by record what it makes of a log, before anybody trusts it. */
public interface ShowsLog {

    /**
     * Reads every file and tells all of it, also what counts for nothing.
     *
     * @throws ConnectorException when nothing of a file can be read: it is not there, or nobody knows its format
     */
    Summary showLog(LogSink sink);

    /** Takes what is read. Not thread-safe. */
    interface LogSink {

        /** Tells before the first record of a file how it is read, in one line; {@code null} where somebody had said it. */
        void reads(String file, String mapping, @Nullable String reason);

        void entry(LogEntry entry);
    }
}
