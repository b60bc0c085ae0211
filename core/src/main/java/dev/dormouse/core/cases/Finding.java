package dev.dormouse.core.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a pass found out about the subject of an open case. */
public sealed interface Finding {

    /**
     * Still dormant.
     *
     * @param evidenceUpTo for each required source, up to when it tells everything
     */
    record Dormant(String reason, Map<String, Instant> evidenceUpTo) implements Finding {

        public Dormant {
            evidenceUpTo = Collections.unmodifiableMap(new TreeMap<>(evidenceUpTo));
        }

        /** The sources that do not reach that far, with how far they reach. */
        List<String> olderThan(Instant instant) {
            return evidenceUpTo.entrySet().stream()
                    .filter(source -> source.getValue().isBefore(instant))
                    .map(source -> source.getKey() + " (as of " + source.getValue() + ")")
                    .toList();
        }
    }

    record Active(String reason) implements Finding {}

    record Exempt(String reason) implements Finding {}

    /** The application was read whole and does not list the account any more. */
    record Gone() implements Finding {}

    /**
     * It is listed, but holds none of what the workflow is about any more.
     *
     * @param otherwise what is found of it apart from that
     */
    record OutOfScope(Finding otherwise) implements Finding {}

    /** It cannot be told; the reason names the source. */
    record Unknown(String reason) implements Finding {}
}
