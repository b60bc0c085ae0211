package dev.dormouse.sandbox.github;

import java.time.Instant;

/** One entry of the audit log; git events are kept for seven days, the others for 180. */
record StandInEvent(long id, String actor, String action, Instant at) {

    boolean git() {
        return action.startsWith("git.");
    }
}
