package dev.dormouse.core.cases;

import dev.dormouse.core.cases.CaseState.Announcement;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;

/** The rules of a held case: what leads on by itself, and what a person may decide. */
final class Holding {

    private final Review review;
    private final Stages stages;
    private final Instant now;

    /** @param review judges what is found of a held case as of one that waits */
    Holding(Review review, Workflow document, Instant now) {
        this.review = review;
        this.stages = new Stages(document, now);
        this.now = now;
    }

    /** Evidence that arrives late lets the case go on: its deadline was announced and has passed. */
    Move look(Case open, Held held, Finding finding) {
        boolean mayHandOver =
                stages.handsOver(held.from(), held.reason()) && held.since().isBefore(now) && !isStillPromised(held);
        if (mayHandOver && finding instanceof Finding.Dormant) {
            return handOver(open, held.detail());
        }
        if (passesOn(held)
                && held.since().isBefore(now)
                && !now.isBefore(end(held))
                && finding instanceof Finding.Dormant) {
            int next = held.from().stage() + 1;
            return Move.to(
                    open, Reviewing.stage(next), now, "nobody was reached; the next is asked", stages.announce(next));
        }
        Move move = review.look(open, held.from(), finding);
        return switch (move.next().state()) {
            case CaseState.Ended ended ->
                ended.ending() == Ending.IGNORED && !waitsForEvidence(held) ? Move.stay(open) : move;
            case Removing removing -> waitsForEvidence(held) ? move : Move.stay(open);
            case Reviewing reviewing ->
                waitsForEvidence(held) && reviewing.announcement() == null && move.changes(open)
                        ? move
                        : Move.stay(open);
            case Held again -> Move.stay(open);
            case CaseState.NeedsPerson s -> Move.stay(open);
            case CaseState.Following s -> Move.stay(open);
            case CaseState.Restoring s -> Move.stay(open);
        };
    }

    /** Not in the pass that found nobody there: the operators are told first, and may cancel. */
    private Move handOver(Case open, String detail) {
        String why = "handed to the workflow for leavers: " + detail;
        return new Move(Move.end(open, Ending.SUPERSEDED, why, now, null).next(), why, new CaseEffect.Offboard(detail));
    }

    /** One of several who are asked was not reached; what the others were told is kept. */
    Move announced(Case open, Held held, int stage, Announcement announcement, String recipient) {
        boolean isOwnerUntold = held.reason() == HoldReason.NOT_SENT && !open.isOwner(recipient);
        if (isOwnerUntold || held.from().stage() != stage || held.from().announcement() != null) {
            return Move.stay(open);
        }
        Held told = new Held(new Reviewing(stage, announcement, 0), held.reason(), held.detail(), held.since());
        return Move.to(open, told, open.due(), "others were told the deadline " + announcement.deadline());
    }

    /** Whether somebody was told, or is still to be told, of a deadline that lies ahead. */
    boolean isStillPromised(Held held) {
        Announcement announcement = held.from().announcement();
        return switch (held.reason()) {
            case BOUNCED, NO_ADDRESS -> announcement != null && othersWereTold(held, announcement);
            case NOT_DELIVERED ->
                announcement == null ? stages.at(held.from().stage()).asksOwner() : othersWereTold(held, announcement);
            case NOT_SENT, MISSING_EVIDENCE, STALE_EVIDENCE, NEVER_USED, BY_PERSON ->
                announcement == null || now.isBefore(announcement.deadline());
        };
    }

    private boolean othersWereTold(Held held, Announcement announcement) {
        return now.isBefore(announcement.deadline())
                && stages.at(held.from().stage()).asksSeveral();
    }

    boolean isOwnerStillToBeAsked(Held held) {
        return stages.isOwnerAskedFirstAfter(held.from().stage());
    }

    String howItGoesOn(Held held) {
        return passesOn(held) ? "the next stage is asked after " + end(held) : "release it, and the stages go on";
    }

    /** As a stage that nobody answers; where the owner is asked and not reached, a person decides. */
    private boolean passesOn(Held held) {
        int stage = held.from().stage();
        boolean unreached = switch (held.reason()) {
            case BOUNCED, NOT_DELIVERED, NOT_SENT -> true;
            case NO_ADDRESS, MISSING_EVIDENCE, STALE_EVIDENCE, NEVER_USED, BY_PERSON -> false;
        };
        return unreached && !stages.at(stage).asksOwner() && stages.isBeforeAnother(stage);
    }

    /** Of the time of a stage, also where nobody was told of it. */
    private Instant end(Held held) {
        Announcement announcement = held.from().announcement();
        return announcement == null
                ? stages.deadline(stages.at(held.from().stage()), held.since())
                : announcement.deadline();
    }

    private static boolean waitsForEvidence(Held held) {
        return held.reason() == HoldReason.MISSING_EVIDENCE || held.reason() == HoldReason.STALE_EVIDENCE;
    }
}
