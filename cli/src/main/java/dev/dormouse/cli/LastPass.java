package dev.dormouse.cli;

import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says that an answer may be old. */
final class LastPass {

    private LastPass() {}

    /** @param upTo the newest instant of which the last pass knew; null for an answer that was read now */
    static void tell(PrintWriter err, @Nullable Instant upTo) {
        if (upTo != null) {
            err.println("from what the last run read, up to " + upTo + "; read anew with --fresh");
            err.flush();
        }
    }
}
