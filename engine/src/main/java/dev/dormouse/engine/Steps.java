package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseEffect;
import dev.dormouse.core.cases.CaseState.NeedsPerson;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Restoring;
import dev.dormouse.core.cases.Move;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.Intent.Kind;
import dev.dormouse.core.ledger.Intent.Result;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.Action;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.RestoresAccess;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Acts on remote systems: what the account holds is written down first, then the intent, then the act, then its outcome.
 * If the process dies in between, the intent without an outcome is what {@link Recovery} finds.
 */
final class Steps {

    private final PassContext pass;
    private final Writer writer;

    Steps(PassContext pass) {
        this.pass = pass;
        this.writer = new Writer(pass);
    }

    /** The case after the step, or after what kept the step from being made. */
    Case perform(Case open, CaseEffect.Perform perform) {
        Action action;
        try {
            action = pass.remotes()
                    .action(open.subject().application(), perform.act().action());
        } catch (EngineException notConfigured) {
            return waits(open, notConfigured);
        }
        Case recorded = open;
        if (open.state() instanceof Removing removing && removing.access() == null) {
            recorded = recordAccess(open, perform, action);
            if (!(recorded.state() instanceof Removing known) || known.access() == null) {
                return recorded;
            }
        }
        Case ready = recorded;
        return act(
                ready,
                Kind.STEP,
                "step-" + ready.id() + "-" + perform.step(),
                perform.act().action(),
                () -> action.perform(ready.account()),
                outcome -> pass.life(ready).performed(ready, perform, outcome));
    }

    Case giveBack(Case open) {
        if (!(open.state() instanceof Restoring restoring)) {
            return open;
        }
        RestoresAccess restorer;
        try {
            restorer = pass.remotes().restorer(open.subject().application());
        } catch (EngineException notConfigured) {
            return waits(open, notConfigured);
        }
        Access access = restoring.access();
        return act(
                open,
                Kind.RESTORE,
                "restore-" + open.id(),
                "restore",
                () -> restorer.restore(access),
                outcome -> pass.life(open).restored(open, outcome));
    }

    /** What was taken out of the configuration stops the case and nothing else. */
    private Case waits(Case open, EngineException notConfigured) {
        pass.warn("case " + open.id() + " waits: " + notConfigured.getMessage());
        return open;
    }

    private Case recordAccess(Case open, CaseEffect.Perform perform, Action action) {
        Access access;
        try {
            access = action.fetchAccess(open.account());
        } catch (ConnectorException e) {
            Outcome failed = new Outcome.Failed(e.getMessage(), e.code().name(), e.reaction());
            return save(open, pass.life(open).performed(open, perform, failed), null);
        }
        return save(open, pass.life(open).accessRead(open, access), access);
    }

    private Case act(
            Case open,
            Kind kind,
            String keyBase,
            String payload,
            Supplier<Outcome> call,
            Function<Outcome, Move> follow) {
        String key = pass.freshKey(keyBase);
        Intent intent =
                new Intent(key, kind, open.workflow(), List.of(open.id()), "\"" + payload + "\"", pass.now(), null);
        pass.ledger().write(transaction -> {
            transaction.intend(intent);
            return key;
        });
        Outcome outcome = outcome(call);
        Move move = follow.apply(outcome);
        boolean again = outcome instanceof Outcome.Failed || outcome instanceof Outcome.Uncertain;
        if (again && move.next().isOpen() && !(move.next().state() instanceof NeedsPerson)) {
            pass.warn("case " + open.id() + " on " + open.subject() + " goes on later: " + outcome.detail());
        }
        return pass.ledger().write(transaction -> {
            transaction.finish(key, new Result(word(outcome), outcome.detail(), "", pass.now()));
            return writer.save(transaction, open, move);
        });
    }

    private static Outcome outcome(Supplier<Outcome> call) {
        try {
            return call.get();
        } catch (ConnectorException e) {
            return new Outcome.Failed(e.getMessage(), e.code().name(), e.reaction());
        }
    }

    private Case save(Case before, Move move, @Nullable Access access) {
        if (!move.changes(before)) {
            return before;
        }
        return pass.ledger().write(transaction -> {
            if (access != null) {
                transaction.append(Entries.access(before, access, pass.now()));
            }
            return writer.save(transaction, before, move);
        });
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed o -> "changed";
            case Outcome.AlreadySo o -> "already-so";
            case Outcome.Skipped o -> "skipped";
            case Outcome.Pending o -> "pending";
            case Outcome.NeedsPerson o -> "needs-person";
            case Outcome.Failed o -> "failed";
            case Outcome.Uncertain o -> "uncertain";
        };
    }
}
