package dev.dormouse.core.cases;

import java.time.Instant;

/** What a pass found out about the subject of an open case. */
public sealed interface Finding {

    /**
     * Still dormant.
     *
     * @param evidenceUpTo every required source tells everything up to this instant
     * @param oldest the sources that reach no further, for a message to the operators
     */
    record Dormant(String reason, Instant evidenceUpTo, String oldest) implements Finding {}

    record Active(String reason) implements Finding {}

    record Exempt(String reason) implements Finding {}

    /** The application was read whole and does not list the account any more. */
    record Gone() implements Finding {}

    /** It cannot be told; the reason names the source. */
    record Unknown(String reason) implements Finding {}
}
