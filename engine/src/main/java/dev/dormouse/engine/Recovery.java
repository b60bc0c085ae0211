package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseEffect.Perform;
import dev.dormouse.core.cases.CaseState.Following;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.cases.Move;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.Intent.Result;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Action;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.spi.SendsMessages.Lookup;
import dev.dormouse.spi.SendsMessages.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles what a crash left open: intents without an outcome. Nothing else is done for their cases before that. A message
 * is looked up by its key, or sent again under the same identity; a step is settled by reading the remote state, and made
 * again, if it must be, by the ordinary way with its re-check.
 */
final class Recovery {

    /** A message that certainly did not go out is not sent later than this: its deadline would be short. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final PassContext pass;
    private final Outbox outbox;

    Recovery(PassContext pass, Outbox outbox) {
        this.pass = pass;
        this.outbox = outbox;
    }

    /** The cases whose intents could not be settled now; leave them alone in this pass. */
    Set<Long> settle() {
        Set<Long> unsettled = new HashSet<>();
        for (Intent intent : pass.ledger().unfinished()) {
            pass.progress().doing("settling " + intent.key() + ", left open by an interrupted run");
            try {
                settle(intent);
            } catch (ConnectorException | EngineException e) {
                pass.warn(intent.key() + " cannot be settled yet: " + e.getMessage());
                unsettled.addAll(intent.cases());
            }
        }
        outbox.holdHalfTold();
        pass.ledger().unfinished().forEach(intent -> unsettled.addAll(intent.cases()));
        return unsettled;
    }

    private void settle(Intent intent) {
        switch (intent.kind()) {
            case NOTICE, DIGEST -> message(intent);
            case STEP -> step(intent);
            case RESTORE -> finish(intent, "interrupted", "what is missing is found out by reading again");
        }
    }

    private void message(Intent intent) {
        NoticePayload payload = NoticePayload.of(intent);
        SendsMessages sender = pass.remotes().channel(payload.channel()).sender();
        Receipt receipt = sender.findSent(payload.message(intent.key()));
        if (receipt != null) {
            outbox.sent(intent, payload, receipt);
            return;
        }
        String obstacle = obstacle(intent, payload, sender.lookup());
        if (obstacle != null) {
            outbox.giveUp(intent, payload, obstacle);
            return;
        }
        outbox.deliver(intent, payload);
    }

    /** Why the message is not to be sent any more; null where it is. What has no deadline is never out of date. */
    private @Nullable String obstacle(Intent intent, NoticePayload payload, Lookup lookup) {
        boolean old = intent.at().plus(FRESH).isBefore(pass.now());
        boolean outOfDate = switch (payload.what()) {
            case ANNOUNCE -> old;
            // Sent again with a new key it would be a second one to a reader who has the first.
            case REMIND -> (lookup == Lookup.BY_KEY && old) || !pass.now().isBefore(Instant.parse(payload.deadline()));
            case TELL, DIGEST -> false;
        };
        String sent = lookup == Lookup.BY_KEY
                ? "it was not sent before the interruption"
                : "whether it was sent is not known";
        if (outOfDate) {
            return sent + ", and it is out of date now";
        }
        return payload.what() == NoticePayload.What.DIGEST
                        || intent.cases().stream().anyMatch(id -> isAwaited(id, payload))
                ? null
                : sent + ", and no case waits for it any more";
    }

    private boolean isAwaited(long id, NoticePayload payload) {
        Case about = pass.ledger().findCase(id);
        if (about == null) {
            return false;
        }
        return switch (payload.what()) {
            case ANNOUNCE, REMIND ->
                about.state() instanceof Reviewing reviewing
                        && reviewing.stage() == payload.number()
                        && (reviewing.announcement() == null
                                || reviewing
                                        .announcement()
                                        .deadline()
                                        .toString()
                                        .equals(payload.deadline()));
            case TELL -> pass.life(about).told(about, payload.number(), "").changes(about);
            case DIGEST -> true;
        };
    }

    private void step(Intent intent) {
        Case about = pass.ledger().findCase(intent.cases().getFirst());
        if (about == null) {
            finish(intent, "interrupted", "the case is not there");
            return;
        }
        String name = intent.payload().replace("\"", "");
        Action action = pass.remotes().action(about.subject().application(), name);
        if (action.fetchAccess(about.account()) != null) {
            finish(intent, "not-done", "the account is still there after the interruption");
            return;
        }
        Outcome done = new Outcome.Changed("found done after the interruption");
        Perform perform = perform(about, name);
        Move move =
                perform == null ? new Move(about, "", null) : pass.life(about).performed(about, perform, done);
        // With the outcome, so that no later pass can take what was done for something still to be considered.
        pass.ledger().write(transaction -> {
            transaction.finish(intent.key(), new Result("changed", done.detail(), "", pass.now()));
            return new Writer(pass).save(transaction, about, move);
        });
    }

    /** The step that the case stands at, if it is this action. */
    private @Nullable Perform perform(Case about, String action) {
        Workflow document = pass.document(about);
        int number;
        Step step;
        if (about.state() instanceof Removing removing
                && removing.step() < document.removal().size()) {
            number = removing.step();
            step = document.removal().get(number);
        } else if (about.state() instanceof Following following
                && following.next() < document.followUp().size()) {
            number = following.next();
            step = document.followUp().get(number).step();
        } else {
            return null;
        }
        return step instanceof Step.Act act && act.action().equals(action) ? new Perform(number, act) : null;
    }

    private void finish(Intent intent, String word, String detail) {
        pass.ledger().write(transaction -> {
            transaction.finish(intent.key(), new Result(word, detail, "", pass.now()));
            return word;
        });
    }
}
