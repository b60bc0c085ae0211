package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.spi.Access;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Words for the journal. */
final class Entries {

    static final String DORMOUSE = "dormouse";
    static final String ANNOUNCED = "announced";
    static final String REMINDED = "reminded";
    static final String ARRIVAL = "arrival";
    static final String REMOVED = "removed";
    static final String PUT_OFF = "put-off";

    static final String SET_CHANGED = "set-changed";
    static final String SET_FAILED = "set-failed";

    private Entries() {}

    static Draft opened(Case opened, Instant now) {
        return draft(opened, now, JournalKind.OPENED, DORMOUSE, triggerText(opened), Map.of());
    }

    static Draft moved(Case before, Case after, Instant now, String why) {
        JournalKind kind = after.isOpen() ? JournalKind.MOVED : JournalKind.ENDED;
        return draft(after, now, kind, DORMOUSE, why, event(before, after));
    }

    static Draft decided(Case before, Case after, Instant now, String actor, String why) {
        return draft(after, now, JournalKind.DECIDED, actor, why, event(before, after));
    }

    static Draft access(Case open, Access access, Instant now) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("held", held(access));
        data.put("remoteId", access.remoteId() == null ? "" : access.remoteId());
        data.put(
                "restorableUntil",
                access.restorableUntil() == null ? "" : access.restorableUntil().toString());
        return draft(open, now, JournalKind.ACCESS, DORMOUSE, "holds " + held(access), data);
    }

    static Draft workflow(String workflow, Instant now, JournalKind kind, String actor, String text) {
        return new Draft(now, kind, workflow, 0, "", actor, text, Map.of());
    }

    /** About a source, whichever workflows ask it. */
    static Draft source(String source, Instant now, JournalKind kind, String actor, String text) {
        return new Draft(now, kind, "", 0, source, actor, text, Map.of());
    }

    static String held(Access access) {
        return access.held().stream()
                .map(held -> held.level() == null ? held.entitlement() : held.entitlement() + " (" + held.level() + ")")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> event(Case before, Case after) {
        String state = after.state().word();
        return Map.of("state", state, "event", before.state().equals(after.state()) ? state : eventName(before, after));
    }

    private static String eventName(Case before, Case after) {
        if (before.state() instanceof Reviewing was && after.state() instanceof Reviewing is) {
            if (is.announcement() == null) {
                return "asked-anew";
            }
            if (was.announcement() == null) {
                return ANNOUNCED;
            }
            return is.reminders() > was.reminders() ? REMINDED : ARRIVAL;
        }
        if (before.state() instanceof CaseState.Removing was
                && after.state() instanceof CaseState.Removing is
                && is.attempts() > was.attempts()) {
            return PUT_OFF;
        }
        if (before.state() instanceof CaseState.Held && after.state() instanceof CaseState.Held) {
            return ARRIVAL;
        }
        boolean follows = after.state() instanceof CaseState.Following;
        if (before.state() instanceof CaseState.Removing && follows) {
            // The day on which the seat is free.
            return REMOVED;
        }
        boolean followed = before.state() instanceof CaseState.Following;
        return followed && after.state().word().equals(REMOVED)
                ? "followed-up"
                : after.state().word();
    }

    private static Draft draft(
            Case about, Instant now, JournalKind kind, String actor, String text, Map<String, String> data) {
        return new Draft(
                now, kind, about.workflow(), about.id(), about.subject().toString(), actor, text, data);
    }

    private static String triggerText(Case opened) {
        return switch (opened.trigger()) {
            case Trigger.Dormancy dormancy -> dormancy.reason();
            case Trigger.Command command -> "command of " + command.by() + ": " + command.reason();
            case Trigger.Restore restore -> "restore of case " + restore.caseId() + " ordered by " + restore.by();
        };
    }
}
