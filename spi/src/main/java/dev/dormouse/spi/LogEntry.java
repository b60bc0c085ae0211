package dev.dormouse.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One activity out of a log, whether it counts or not.
 *
 * @param line on which its record begins, from 1; the number of the row where there are no lines
 * @param account as the log names it
 * @param success false for an attempt that failed, which is no activity of anybody
 * @param event what the log calls it; several names are joined by commas
 */
public record LogEntry(
        String file,
        long line,
        String account,
        @Nullable String email,
        Instant at,
        ActivityKind kind,
        boolean success,
        @Nullable String event) {

    /**
     * What became of all records.
     *
     * @param activity entries that were told, successful or not
     * @param other records that are no activity of anybody, for example what a system did
     * @param never of {@code other}, accounts of a list that were never active
     * @param unreadable every record that could not be read; {@code records} is the sum of these three
     * @param cutOff the file ends in the middle, or holds nothing
     */
    public record Summary(
            List<String> mappings, long activity, long other, long never, List<Unreadable> unreadable, boolean cutOff) {

        public Summary {
            mappings = List.copyOf(mappings);
            unreadable = List.copyOf(unreadable);
        }

        public long records() {
            return activity + other + unreadable.size();
        }
    }

    /** @param column from 1; 0 where only the record is known */
    public record Unreadable(String file, long line, long column, String reason) {}
}
