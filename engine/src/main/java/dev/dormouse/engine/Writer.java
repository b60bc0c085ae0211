package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseEffect;
import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Restoring;
import dev.dormouse.core.cases.Move;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.ledger.LedgerTransaction;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Access;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a move down: the case, the line in the journal, and the case that follows from it. All in the caller's
 * transaction, so that a handing over cannot be lost between two of them.
 */
final class Writer {

    private final PassContext pass;

    Writer(PassContext pass) {
        this.pass = pass;
    }

    /** The case as saved; the same where nothing changed. */
    Case save(LedgerTransaction transaction, Case before, Move move) {
        if (!move.changes(before)) {
            return before;
        }
        transaction.save(move.next());
        transaction.append(Entries.moved(before, move.next(), pass.now(), move.why()));
        switch (move.effect()) {
            case CaseEffect.Offboard offboard -> offboard(transaction, move.next(), offboard.reason());
            case CaseEffect.OpenRestore restore -> openRestore(transaction, move.next(), Entries.DORMOUSE);
            case null -> {}
            case CaseEffect.Announce later -> {}
            case CaseEffect.Remind later -> {}
            case CaseEffect.Perform later -> {}
            case CaseEffect.Tell later -> {}
            case CaseEffect.GiveBack later -> {}
        }
        return move.next();
    }

    private void offboard(LedgerTransaction transaction, Case ended, String reason) {
        Workflow leavers = Objects.requireNonNull(pass.leavers());
        int version = Versions.number(pass, transaction, leavers);
        open(
                transaction,
                new Case(
                        0,
                        new Trigger.Command(ended.workflow(), reason),
                        leavers.name(),
                        version,
                        ended.subject(),
                        ended.login(),
                        ended.remoteId(),
                        ended.address(),
                        pass.now(),
                        Removing.first(null),
                        pass.now()));
    }

    /**
     * @throws EngineException where the old case took nothing
     */
    Case openRestore(LedgerTransaction transaction, Case old, String by) {
        Access access = takenBy(old);
        if (access == null) {
            throw new EngineException("case " + old.id() + " took nothing that could be given back");
        }
        if (old.isOpen()) {
            // An account has one open case at a time, and what was to follow the removal is off.
            Move over = pass.life(old).decide(old, Decision.CANCEL, by, "a restore was ordered");
            transaction.save(over.next());
            transaction.append(Entries.decided(old, over.next(), pass.now(), by, over.why()));
        }
        return open(
                transaction,
                new Case(
                        0,
                        new Trigger.Restore(old.id(), by),
                        old.workflow(),
                        old.version(),
                        old.subject(),
                        old.login(),
                        old.remoteId(),
                        old.address(),
                        pass.now(),
                        new Restoring(access, ""),
                        pass.now()));
    }

    Case open(LedgerTransaction transaction, Case fresh) {
        Case opened = transaction.open(fresh);
        transaction.append(Entries.opened(opened, pass.now()));
        return opened;
    }

    /** What a case took and a restore can give back; null where there is nothing, or it was given back. */
    static @Nullable Access takenBy(Case old) {
        boolean underWay = old.state() instanceof Removing || old.state() instanceof Restoring;
        boolean givenBack = old.state() instanceof Ended ended && ended.ending() == Ending.RESTORED;
        return underWay || givenBack ? null : old.state().access();
    }
}
