package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.Intent.Result;
import dev.dormouse.spi.Action;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.spi.SendsMessages.Lookup;
import dev.dormouse.spi.SendsMessages.Receipt;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
                pass.progress().warn(intent.key() + " cannot be settled yet: " + e.getMessage());
                unsettled.addAll(intent.cases());
            }
        }
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
        List<Case> about = intent.cases().stream()
                .map(pass.ledger()::findCase)
                .filter(Objects::nonNull)
                .toList();
        Receipt receipt = sender.findSent(payload.message(intent.key()));
        if (receipt != null) {
            outbox.sent(intent, payload, about, receipt);
            return;
        }
        boolean tooOld = intent.at().plus(FRESH).isBefore(pass.now());
        if (tooOld && sender.lookup() == Lookup.BY_KEY) {
            finish(intent, "not-sent", "it was not sent before the interruption, and is out of date now");
            return;
        }
        outbox.deliver(intent, payload, about);
    }

    private void step(Intent intent) {
        Case about = pass.ledger().findCase(intent.cases().getFirst());
        if (about == null) {
            finish(intent, "interrupted", "the case is not there");
            return;
        }
        String name = intent.payload().replace("\"", "");
        Action action = pass.remotes().action(about.subject().application(), name);
        boolean there = action.fetchAccess(about.account()) != null;
        finish(
                intent,
                there ? "not-done" : "changed",
                there ? "the account is still there after the interruption" : "found done after the interruption");
    }

    private void finish(Intent intent, String word, String detail) {
        pass.ledger().write(transaction -> {
            transaction.finish(intent.key(), new Result(word, detail, "", pass.now()));
            return word;
        });
    }
}
