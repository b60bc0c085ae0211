package dev.dormouse.cli;

import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.spi.Problem;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a person has to know besides the answer; on standard error. */
final class Complaints {

    private static final int PROBLEMS = 5;

    private Complaints() {}

    /** Unhealthy sources, and records of healthy ones that could not be read. */
    static void sources(PrintWriter err, Collection<SourceHealth> all) {
        Set<String> lines = new LinkedHashSet<>();
        for (SourceHealth health : all) {
            if (!health.healthy()) {
                lines.add("unhealthy: " + health.source() + " of " + health.application() + ": " + health.fault()
                        + "; nobody becomes dormant by it");
                continue;
            }
            health.problems().stream()
                    .limit(PROBLEMS)
                    .map(Problem::toString)
                    .forEach(one -> lines.add("warning: " + one));
            if (health.unreadable() > PROBLEMS) {
                lines.add("warning: " + health.source() + ": " + health.unreadable() + " records could not be read");
            }
        }
        lines.forEach(err::println);
        err.flush();
    }

    static void exemptions(PrintWriter err, Collection<Exemption> stale) {
        for (Exemption entry : stale) {
            err.println("warning: the exemption '" + entry.match() + "'"
                    + (entry.until() == null ? "" : " (until " + entry.until() + ")") + " matches nobody any more");
        }
        err.flush();
    }
}
