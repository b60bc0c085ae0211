package dev.dormouse.core.cases;

import dev.dormouse.core.cases.CaseState.Announcement;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.OnBounce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** What a document says of its stages: who is asked in each, by when, and what follows where nobody is reached. */
final class Stages {

    /** How much shorter than promised the time to answer may have become, by a crash between intent and sending. */
    private static final Duration SHORTENED = Duration.ofDays(1);

    private final Workflow document;
    private final Instant now;

    Stages(Workflow document, Instant now) {
        this.document = document;
        this.now = now;
    }

    ReviewStage at(int number) {
        return document.review().stages().get(number);
    }

    boolean isBeforeAnother(int number) {
        return number + 1 < document.review().stages().size();
    }

    /** Whether a later stage is the first that asks the owner. */
    boolean isOwnerAskedFirstAfter(int number) {
        List<ReviewStage> stages = document.review().stages();
        return stages.subList(0, number + 1).stream().noneMatch(ReviewStage::asksOwner)
                && stages.subList(number + 1, stages.size()).stream().anyMatch(ReviewStage::asksOwner);
    }

    CaseEffect announce(int number) {
        ReviewStage stage = at(number);
        return new CaseEffect.Announce(
                number, stage.ask(), stage.templates().announce(), stage.channel(), deadline(stage, now));
    }

    /** The end of the day on which the time is over, so that a date tells the whole truth to the person. */
    Instant deadline(ReviewStage stage, Instant from) {
        ZonedDateTime end = stage.within().after(from, document.zone()).atZone(document.zone());
        return end.toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(document.zone())
                .toInstant();
    }

    Instant nextInstant(Reviewing reviewing) {
        Announcement announcement = reviewing.announcement();
        if (announcement == null) {
            return now;
        }
        List<Window> reminders = at(reviewing.stage()).remind();
        return reviewing.reminders() < reminders.size()
                ? reminders.get(reviewing.reminders()).before(announcement.deadline(), document.zone())
                : announcement.deadline();
    }

    boolean shortNotice(Reviewing reviewing, Announcement announcement) {
        Instant promised = at(reviewing.stage()).within().after(announcedSince(announcement), document.zone());
        return announcement.deadline().plus(SHORTENED).isBefore(promised);
    }

    static Instant announcedSince(Announcement announcement) {
        Instant sentAt = announcement.sentAt();
        return sentAt == null ? announcement.deadline() : sentAt;
    }

    /** What bounced where the owner is not asked was somebody else's; the ledger may still hold such cases as bounced. */
    boolean handsOver(Reviewing reviewing, HoldReason reason) {
        return document.review().onBounce() == OnBounce.OFFBOARD
                && (reason == HoldReason.BOUNCED || reason == HoldReason.NO_ADDRESS)
                && at(reviewing.stage()).asksOwner();
    }
}
