package dev.dormouse.core.cases;

import dev.dormouse.core.cases.CaseState.Announcement;
import dev.dormouse.core.cases.CaseState.Arrival;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.IfIgnored;
import dev.dormouse.spi.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rules of a case that waits for people, and how it comes to be held. */
final class Review {

    /** A removal later than this after its deadline is announced again. */
    static final Duration LATE = Duration.ofDays(14);

    /** Where a channel never tells of arrival, a notice counts as announced when no bounce came for so long. */
    static final Duration NO_BOUNCE = Duration.ofDays(3);

    static final String OUT_OF_SCOPE = "the account does not hold what the workflow is about any more";

    private final Workflow document;
    private final Stages stages;
    private final Instant now;

    Review(Workflow document, Instant now) {
        this.document = document;
        this.stages = new Stages(document, now);
        this.now = now;
    }

    Move begin(Case fresh) {
        return document.review().stages().isEmpty()
                ? Move.to(fresh, Removing.first(null), now, "nobody is to be asked")
                : Move.to(fresh, Reviewing.stage(0), now, "opened");
    }

    Move look(Case open, Reviewing reviewing, Finding finding) {
        return switch (finding) {
            case Finding.Gone gone -> Move.end(open, Ending.GONE, "the account is not there any more", now, null);
            case Finding.OutOfScope out -> Move.end(open, Ending.GONE, OUT_OF_SCOPE, now, null);
            case Finding.Exempt exempt -> Move.end(open, Ending.EXEMPTED, exempt.reason(), now, null);
            case Finding.Active active -> Move.end(open, Ending.RETURNED, active.reason(), now, null);
            case Finding.Dormant dormant -> wait(open, reviewing, finding);
            case Finding.Unknown unknown ->
                reviewing.announcement() == null ? Move.stay(open) : wait(open, reviewing, finding);
        };
    }

    Move announced(Case open, int stage, Announcement announcement, String recipient) {
        if (!(open.state() instanceof Reviewing reviewing) || reviewing.stage() != stage) {
            return Move.stay(open);
        }
        if (isAnnounced(open, stage, announcement.deadline())) {
            // Several are asked; of their letters one is watched for a bounce, the owner's where the owner is asked.
            return open.isOwner(recipient)
                    ? Move.to(
                            open,
                            new Reviewing(stage, announcement, reviewing.reminders()),
                            open.due(),
                            "the owner was told too")
                    : Move.stay(open);
        }
        Reviewing next = new Reviewing(stage, announcement, 0);
        return Move.to(open, next, stages.nextInstant(next), "announced, deadline " + announcement.deadline());
    }

    Move halfAsked(Case open, int stage, Instant deadline) {
        return isAnnounced(open, stage, deadline)
                ? Move.to(
                        open,
                        Reviewing.stage(stage),
                        now,
                        "not everybody who is asked was told in time; all are asked anew with a new deadline")
                : Move.stay(open);
    }

    /** Where the owner was not told, what the others were told lets nobody remove anything. */
    Move notSent(Case open, int stage, Instant deadline, String recipient, String detail) {
        Reviewing untold = Reviewing.stage(stage);
        if (isAnnounced(open, stage, deadline) && open.state() instanceof Reviewing told) {
            return unreachable(open, open.isOwner(recipient) ? untold : told, HoldReason.NOT_SENT, detail);
        }
        boolean isHeld = open.state() instanceof Held held && held.from().stage() == stage;
        return isHeld && open.isOwner(recipient)
                ? unreachable(open, untold, HoldReason.NOT_SENT, detail)
                : Move.stay(open);
    }

    static boolean isAnnounced(Case open, int stage, Instant deadline) {
        return open.state() instanceof Reviewing reviewing
                && reviewing.stage() == stage
                && reviewing.announcement() != null
                && reviewing.announcement().deadline().equals(deadline);
    }

    Move reminded(Case open, int stage, int number) {
        if (!(open.state() instanceof Reviewing reviewing) || reviewing.stage() != stage) {
            return Move.stay(open);
        }
        Reviewing next = new Reviewing(reviewing.stage(), reviewing.announcement(), number);
        return Move.to(open, next, stages.nextInstant(next), "reminded");
    }

    Move unreachable(Case open, Reviewing reviewing, HoldReason reason, String detail) {
        return Move.to(
                open, new Held(reviewing, reason, detail, now), null, "held: " + detail + outlook(reviewing, reason));
    }

    private String outlook(Reviewing reviewing, HoldReason reason) {
        if (!stages.handsOver(reviewing, reason)) {
            return "";
        }
        return reason == HoldReason.BOUNCED && stages.at(reviewing.stage()).asksSeveral()
                ? "; it is handed to the workflow for leavers when the deadline of the others has passed"
                : "; the next pass hands it to the workflow for leavers";
    }

    /** Only of the owner it says that nobody is there any more. */
    Move refused(Case open, Reviewing reviewing, String recipient, String detail) {
        HoldReason reason = open.isOwner(recipient) ? HoldReason.BOUNCED : HoldReason.NOT_DELIVERED;
        return unreachable(open, reviewing, reason, detail);
    }

    Move delivery(Case open, Reviewing reviewing, String recipient, Delivery delivery) {
        Announcement announcement = reviewing.announcement();
        if (announcement == null) {
            return Move.stay(open);
        }
        return switch (delivery) {
            case Delivery.Bounced bounced ->
                refused(open, reviewing, recipient, "the notice bounced: " + bounced.reason());
            case Delivery.Failed failed ->
                unreachable(
                        open, reviewing, HoldReason.NOT_DELIVERED, "the notice was not delivered: " + failed.reason());
            case Delivery.Delivered delivered -> arrived(open, reviewing, announcement, Arrival.DELIVERED);
            case Delivery.NotReported none -> arrived(open, reviewing, announcement, Arrival.NOT_REPORTED);
            case Delivery.InTransit under -> Move.stay(open);
        };
    }

    private static Move arrived(Case open, Reviewing reviewing, Announcement announcement, Arrival arrival) {
        if (announcement.arrival() == arrival) {
            return Move.stay(open);
        }
        Announcement known =
                new Announcement(announcement.key(), announcement.sentAt(), announcement.deadline(), arrival);
        return Move.to(
                open,
                new Reviewing(reviewing.stage(), known, reviewing.reminders()),
                open.due(),
                arrival == Arrival.DELIVERED ? "the notice was delivered" : "the channel does not report delivery");
    }

    private Move wait(Case open, Reviewing reviewing, Finding finding) {
        Announcement announcement = reviewing.announcement();
        if (announcement == null) {
            return Move.stay(open, stages.announce(reviewing.stage()));
        }
        if (now.isBefore(announcement.deadline())) {
            return remind(open, reviewing, announcement, finding);
        }
        if (announcement.deadline().plus(LATE).isBefore(now) || stages.shortNotice(reviewing, announcement)) {
            return Move.to(
                    open,
                    Reviewing.stage(reviewing.stage()),
                    now,
                    "the removal is late; it is announced again with a new deadline",
                    stages.announce(reviewing.stage()));
        }
        return overdue(open, reviewing, announcement, finding);
    }

    private Move overdue(Case open, Reviewing reviewing, Announcement announcement, Finding finding) {
        if (announcement.arrival() == Arrival.IN_TRANSIT) {
            return hold(open, reviewing, HoldReason.NOT_DELIVERED, "the notice has not arrived by its deadline");
        }
        Instant announcedFor = Stages.announcedSince(announcement).plus(NO_BOUNCE);
        if (announcement.arrival() == Arrival.NOT_REPORTED && now.isBefore(announcedFor)) {
            return Move.to(open, reviewing, announcedFor, "waits 72 hours for a bounce");
        }
        if (stages.isBeforeAnother(reviewing.stage())) {
            int stage = reviewing.stage() + 1;
            return Move.to(
                    open, Reviewing.stage(stage), now, "nobody answered; the next is asked", stages.announce(stage));
        }
        if (document.review().ifIgnored() == IfIgnored.END) {
            return Move.end(open, Ending.IGNORED, "nobody answered", now, null);
        }
        return removeIfProven(open, reviewing, announcement, finding);
    }

    private Move removeIfProven(Case open, Reviewing reviewing, Announcement announcement, Finding finding) {
        if (neverUsedNeedsPerson(open)) {
            return hold(open, reviewing, HoldReason.NEVER_USED, "the account was never used; a person decides");
        }
        if (finding instanceof Finding.Unknown unknown) {
            return hold(open, reviewing, HoldReason.MISSING_EVIDENCE, unknown.reason());
        }
        if (finding instanceof Finding.Dormant dormant) {
            List<String> stale = dormant.olderThan(announcement.deadline());
            if (!stale.isEmpty()) {
                return hold(open, reviewing, HoldReason.STALE_EVIDENCE, newExports(announcement.deadline(), stale));
            }
        }
        return Move.to(open, Removing.first(announcement), now, "the deadline has passed");
    }

    private Move remind(Case open, Reviewing reviewing, Announcement announcement, Finding finding) {
        List<Window> reminders = stages.at(reviewing.stage()).remind();
        int reached = 0;
        for (Window before : reminders) {
            if (!now.isBefore(before.before(announcement.deadline(), document.zone()))) {
                reached++;
            }
        }
        if (reached <= reviewing.reminders() || !(finding instanceof Finding.Dormant)) {
            return Move.stay(open);
        }
        ReviewStage stage = stages.at(reviewing.stage());
        String template = stage.templates().remind();
        return Move.stay(
                open,
                new CaseEffect.Remind(
                        reviewing.stage(),
                        reached,
                        stage.ask(),
                        template == null ? stage.templates().announce() : template,
                        stage.channel(),
                        announcement.deadline()));
    }

    private boolean neverUsedNeedsPerson(Case open) {
        return open.trigger() instanceof Trigger.Dormancy dormancy
                && dormancy.neverUsed()
                && document.selection().neverActive() == NeverActive.REVIEW;
    }

    private Move hold(Case open, Reviewing reviewing, HoldReason reason, String detail) {
        return Move.to(open, new Held(reviewing, reason, detail, now), null, "held: " + detail);
    }

    static String newExports(Instant deadline, List<String> stale) {
        return "new exports are needed, not older than " + deadline + ", of: " + String.join(", ", stale);
    }
}
