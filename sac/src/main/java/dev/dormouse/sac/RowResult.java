package dev.dormouse.sac;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param displayName as the row writes it, else as the system does
 * @param members the team afterwards, in the order of their code points; as it was where there is an error
 * @param warnings what a person should know although the row was run
 * @param stop why the row was not run; null where it was
 */
public record RowResult(
        String team,
        @Nullable String displayName,
        List<String> members,
        List<String> warnings,
        @Nullable Stop stop) {

    public RowResult {
        members = List.copyOf(members);
        warnings = List.copyOf(warnings);
    }

    static List<String> sorted(Collection<String> members) {
        return members.stream()
                .sorted(Comparator.comparing(one -> one.codePoints().toArray(), Arrays::compare))
                .toList();
    }

    /** Why a row was not run. */
    public record Stop(Reason reason, String error) {}

    /** What kind of reason. */
    public enum Reason {
        /** The row itself. */
        ROW,
        /** The log is younger than what is asked about. */
        YOUNG_LOG,
        /** A source cannot be read. */
        SOURCE
    }
}
