package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseEffect;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.CaseState.Following;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.Finding;
import dev.dormouse.core.cases.Move;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Moves cases on until nothing more is due: looks at each, makes what follows, looks again. Steps are made one by one;
 * notices are gathered over all cases of a round.
 */
final class Advance {

    private final PassContext pass;
    private final Function<Case, Finding> findings;
    private final Steps steps;
    private final Notices notices;
    private final Mode mode;

    /** Whether steps that take something away are allowed. */
    enum Mode {
        FREE,
        /** In quarantine: people are still heard, nothing is taken. */
        FROZEN
    }

    Advance(PassContext pass, Outbox outbox, Function<Case, Finding> findings, Mode mode) {
        this.pass = pass;
        this.findings = findings;
        this.steps = new Steps(pass);
        this.notices = new Notices(pass, outbox);
        this.mode = mode;
    }

    /** How many of these cases would have something taken from them now. */
    long wouldRemove(List<Case> open) {
        return open.stream()
                .filter(one -> !isRestore(one) && willTake(one, pass.life(one).look(one, findings.apply(one))))
                .count();
    }

    void advance(List<Case> open) {
        List<Case> queue = open;
        while (!queue.isEmpty()) {
            queue = round(queue);
        }
    }

    private List<Case> round(List<Case> queue) {
        List<Case> next = new ArrayList<>();
        List<Due> due = new ArrayList<>();
        Moves moves = new Moves(pass);
        for (Case one : queue) {
            Move move = pass.life(one).look(one, findings.apply(one));
            if (mode == Mode.FROZEN && !isRestore(one) && (takesNow(move) || handsOver(move))) {
                continue;
            }
            if (handsOver(move) && pass.leavers() == null) {
                pass.warn("no workflow for leavers takes " + one.subject() + "; case " + one.id() + " waits");
                continue;
            }
            moves.add(one, move);
            if (move.effect() != null) {
                due.add(new Due(move.next(), move.effect()));
            } else if (move.changes(one) && move.next().isOpen()) {
                next.add(move.next());
            }
        }
        moves.flush();
        due.forEach(effect -> make(effect, next));
        next.addAll(notices.send());
        return next.stream().filter(Case::isOpen).toList();
    }

    private void make(Due due, List<Case> next) {
        Case about = due.about();
        switch (due.effect()) {
            case CaseEffect.Perform perform -> {
                pass.progress().doing(perform.act().action() + " " + about.subject());
                addIfMoved(about, steps.perform(about, perform), next);
            }
            case CaseEffect.GiveBack giveBack -> addIfMoved(about, steps.giveBack(about), next);
            case CaseEffect.Announce announce -> notices.add(about, announce);
            case CaseEffect.Remind remind -> notices.add(about, remind);
            case CaseEffect.Tell tell -> notices.add(about, tell);
            case CaseEffect.Offboard written -> {}
            case CaseEffect.OpenRestore written -> {}
        }
    }

    private static void addIfMoved(Case before, Case after, List<Case> next) {
        if (!after.equals(before)) {
            next.add(after);
        }
    }

    private static boolean takesNow(Move move) {
        return move.effect() instanceof CaseEffect.Perform
                || (move.next().state() instanceof Removing && move.effect() == null && !isWaiting(move));
    }

    /** Now, or after somebody was told. */
    private boolean willTake(Case one, Move move) {
        return takesNow(move)
                || (move.effect() instanceof CaseEffect.Tell(int step, Step.Notify _) && actsBehind(one, step));
    }

    private boolean actsBehind(Case one, int step) {
        Workflow document = pass.document(one);
        return switch (one.state()) {
            case Removing _ -> document.removal().stream().skip(step).anyMatch(Step.Act.class::isInstance);
            case Following _ ->
                document.followUp().stream().skip(step).anyMatch(next -> next.step() instanceof Step.Act);
            default -> false;
        };
    }

    private static boolean handsOver(Move move) {
        return move.effect() instanceof CaseEffect.Offboard;
    }

    /** A removal that waits for its next attempt takes nothing now. */
    private static boolean isWaiting(Move move) {
        return move.why().isEmpty();
    }

    private static boolean isRestore(Case one) {
        return one.trigger() instanceof Trigger.Restore || one.state() instanceof CaseState.Restoring;
    }

    private record Due(Case about, CaseEffect effect) {}
}
