package dev.dormouse.cli;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.Trigger;
import java.util.ArrayList;
import java.util.List;

/** A case in words. */
final class CaseText {

    private CaseText() {}

    static String state(Case one) {
        return one.state().word();
    }

    static String detail(Case one) {
        return switch (one.state()) {
            case CaseState.Reviewing reviewing ->
                reviewing.announcement() == null
                        ? "not asked yet"
                        : "asked; deadline " + reviewing.announcement().deadline();
            case CaseState.Held held -> held.detail();
            case CaseState.Removing removing -> "step " + (removing.step() + 1);
            case CaseState.NeedsPerson needs -> needs.reason();
            case CaseState.Following following -> "removed " + following.removedAt();
            case CaseState.Restoring restoring -> restoring.pending();
            case CaseState.Ended ended -> ended.detail();
        };
    }

    static boolean waitsForPerson(Case one) {
        return one.state() instanceof CaseState.Held || one.state() instanceof CaseState.NeedsPerson;
    }

    static List<String> describe(Case one) {
        List<String> lines = new ArrayList<>();
        lines.add("case " + one.id() + ": " + one.login() + " in "
                + one.subject().application() + ", " + state(one) + " (" + detail(one) + ")");
        lines.add("workflow " + one.workflow() + ", version " + one.version() + "; opened " + one.opened() + ": "
                + trigger(one.trigger()));
        if (one.address() != null) {
            lines.add("owner is written to at " + one.address());
        }
        return lines;
    }

    private static String trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Dormancy dormancy -> dormancy.reason();
            case Trigger.Command command -> "by command of " + command.by() + ", " + command.reason();
            case Trigger.Restore restore -> "restore of case " + restore.caseId() + ", ordered by " + restore.by();
        };
    }
}
