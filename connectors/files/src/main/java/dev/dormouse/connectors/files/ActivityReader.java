package dev.dormouse.connectors.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the files of a feed of activity. */
interface ActivityReader extends FileReader {

    /**
     * What was read, after the last file.
     *
     * @throws dev.dormouse.spi.ConnectorException where all files together turn out not to be everything
     */
    Summary summary();

    /**
     * What was read.
     *
     * @param earliest the first instant of which a log tells; null for a snapshot, and for a log without events
     * @param latest the last one
     */
    record Summary(
            long records,
            @Nullable Instant earliest,
            @Nullable Instant latest) {}
}
