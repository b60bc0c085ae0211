package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Announcement;
import dev.dormouse.core.cases.CaseState.Arrival;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.Intent.Result;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.SendsMessages.Receipt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the channels what became of the announcements that are not known to have arrived. */
final class Deliveries {

    private final PassContext pass;
    private final Outbox outbox;

    Deliveries(PassContext pass, Outbox outbox) {
        this.pass = pass;
        this.outbox = outbox;
    }

    void check(List<Case> open) {
        for (Case one : open) {
            if (one.state() instanceof Reviewing reviewing && reviewing.announcement() != null) {
                check(one, reviewing.announcement());
            }
        }
    }

    private void check(Case one, Announcement announcement) {
        if (announcement.arrival() == Arrival.DELIVERED) {
            return;
        }
        Intent intent = pass.ledger().findIntent(announcement.key());
        Result result = intent == null ? null : intent.result();
        if (intent == null || result == null) {
            return;
        }
        NoticePayload payload = NoticePayload.of(intent);
        Delivery delivery = fetch(announcement, payload.channel(), result);
        if (delivery != null) {
            outbox.save(one, pass.life(one).delivery(one, payload.recipient(), delivery));
        }
    }

    /** Null where it cannot be told now. */
    private @Nullable Delivery fetch(Announcement announcement, String channel, Result result) {
        try {
            return pass.remotes().channel(channel).sender().fetchDelivery(new Receipt(result.remoteId()));
        } catch (ConnectorException | EngineException e) {
            pass.warn("the delivery of " + announcement.key() + " could not be checked: " + e.getMessage());
            return null;
        }
    }
}
