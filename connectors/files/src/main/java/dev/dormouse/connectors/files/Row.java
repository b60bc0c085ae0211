package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.mapping.Finding;
import dev.dormouse.connectors.files.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * What was found at one place of a log.
 *
 * @param column 0 where only the record is known
 */
record Row(long line, long column, Finding finding) {

    /** Takes what is found, in the order of the file, on one thread. */
    interface Sink {

        /** @param reason why this mapping, in one line; null where somebody had chosen it */
        void reads(Mapping mapping, @Nullable String reason);

        void found(Row row);
    }

    /** How the reading of a file ended. */
    enum End {
        WHOLE,
        /** The last row may lack something without looking so. */
        DOUBTFUL,
        CUT_OFF
    }
}
