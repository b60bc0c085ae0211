package dev.dormouse.connectors.github;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** GitHub keeps roles, teams and settings of somebody who was removed for 90 days. */
final class Retention {

    static final Duration KEPT = Duration.ofDays(90);

    private Retention() {}

    /** For the outcome of a removal at that instant. */
    static String until(Instant removed) {
        return kept(removed.plus(KEPT));
    }

    /** For the outcome of a restore. */
    static String kept(Instant until) {
        return "GitHub keeps the former settings until " + until.truncatedTo(ChronoUnit.SECONDS);
    }
}
