package dev.dormouse.core.cases;

import dev.dormouse.core.cases.CaseState.Announcement;
import dev.dormouse.core.cases.CaseState.Arrival;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Following;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.NeedsPerson;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Restoring;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a case from what happens to it. Pure: the same case, event and instant give the same move. One class
 * for each open state holds its rules; this one only finds the class.
 */
public final class CaseLife {

    private final Instant now;
    private final Review review;
    private final Holding holding;
    private final Removal removal;
    private final Aftermath aftermath;

    /** @param document the version of the workflow that the cases were opened under */
    public CaseLife(Workflow document, Instant now) {
        this.now = now;
        this.review = new Review(document, now);
        this.holding = new Holding(review, document, now);
        this.removal = new Removal(document, now);
        this.aftermath = new Aftermath(document, now);
    }

    /** A new case takes its first state: asked, or at once on the way out where nobody is to be asked. */
    public Move begin(Case fresh) {
        return review.begin(fresh);
    }

    /** A pass looks at an open case: evidence and time may move it. */
    public Move look(Case open, Finding finding) {
        return switch (open.state()) {
            case Reviewing reviewing -> review.look(open, reviewing, finding);
            case Held held -> holding.look(open, held, finding);
            case Removing removing -> removal.look(open, removing, finding);
            case NeedsPerson needs -> aftermath.lookNeedsPerson(open, needs, finding);
            case Following following -> aftermath.follow(open, following, finding);
            case Restoring restoring -> aftermath.restore(open);
            case Ended ended -> Move.stay(open);
        };
    }

    /**
     * The notice that the effect asked for was taken by the channel.
     *
     * @param recipient one of those who are asked
     */
    public Move announced(Case open, int stage, Instant deadline, String key, String recipient) {
        Announcement announcement = new Announcement(key, now, deadline, Arrival.IN_TRANSIT);
        return open.state() instanceof Held held
                ? holding.announced(open, held, stage, announcement, recipient)
                : review.announced(open, stage, announcement, recipient);
    }

    /** One of several who are asked was not told in time; the others may have been. */
    public Move halfAsked(Case open, int stage, Instant deadline) {
        return review.halfAsked(open, stage, deadline);
    }

    /** The channel refuses the letter to one of several as wrong: to send it again changes nothing. */
    public Move notSent(Case open, int stage, Instant deadline, String recipient, String detail) {
        return review.notSent(open, stage, deadline, recipient, "a letter to " + recipient + " was refused: " + detail);
    }

    /** Whether the stage counts as announced with that deadline. */
    public static boolean isAnnounced(Case open, int stage, Instant deadline) {
        return Review.isAnnounced(open, stage, deadline);
    }

    public Move reminded(Case open, int stage, int number) {
        return review.reminded(open, stage, number);
    }

    /** There is nobody to write to. */
    public Move unreachable(Case open, HoldReason reason, String detail) {
        return open.state() instanceof Reviewing reviewing
                ? review.unreachable(open, reviewing, reason, detail)
                : Move.stay(open);
    }

    /** The channel refuses the address of one who is asked for good. */
    public Move refused(Case open, String recipient, String detail) {
        return open.state() instanceof Reviewing reviewing
                ? review.refused(open, reviewing, recipient, detail)
                : Move.stay(open);
    }

    /** The channel tells what became of the announcement to that recipient. */
    public Move delivery(Case open, String recipient, Delivery delivery) {
        return open.state() instanceof Reviewing reviewing
                ? review.delivery(open, reviewing, recipient, delivery)
                : Move.stay(open);
    }

    /** A step of removal or follow-up that tells somebody is done, or could not be done. */
    public Move told(Case open, int step, String detail) {
        return switch (open.state()) {
            case Removing removing -> removal.told(open, removing, step, detail);
            case Following following -> aftermath.followed(open, following, step, detail);
            case Reviewing s -> Move.stay(open);
            case Held s -> Move.stay(open);
            case NeedsPerson s -> Move.stay(open);
            case Restoring s -> Move.stay(open);
            case Ended s -> Move.stay(open);
        };
    }

    /** A step that acts came back. */
    public Move performed(Case open, CaseEffect.Perform perform, Outcome outcome) {
        return switch (open.state()) {
            case Removing removing -> removal.performed(open, removing, perform, outcome);
            case Following following -> aftermath.performed(open, following, perform, outcome);
            case Reviewing s -> Move.stay(open);
            case Held s -> Move.stay(open);
            case NeedsPerson s -> Move.stay(open);
            case Restoring s -> Move.stay(open);
            case Ended s -> Move.stay(open);
        };
    }

    /** What the account holds was read before the first destructive step; null when it is not there any more. */
    public Move accessRead(Case open, @Nullable Access access) {
        return open.state() instanceof Removing removing ? removal.accessRead(open, removing, access) : Move.stay(open);
    }

    public Move restored(Case open, Outcome outcome) {
        return open.state() instanceof Restoring restoring
                ? aftermath.restored(open, restoring, outcome)
                : Move.stay(open);
    }

    /**
     * A person decides.
     *
     * @throws IllegalStateException with a line for that person, where the case is past deciding
     */
    public Move decide(Case open, Decision decision, String by, String reason) {
        String note = " by " + by + (reason.isBlank() ? "" : ": " + reason);
        return switch (decision) {
            case KEEP -> keep(open, note);
            case REMOVE -> remove(open, note);
            case CANCEL -> cancel(open, note);
            case HOLD -> hold(open, note);
            case RELEASE -> release(open, note);
        };
    }

    private Move keep(Case open, String note) {
        requireUndecided(open);
        return Move.end(open, Ending.KEPT, "kept" + note, now, open.state().access());
    }

    private Move remove(Case open, String note) {
        requireUndecided(open);
        String why = "removal decided" + note;
        return switch (open.state()) {
            case Reviewing reviewing ->
                throw tooEarly(open, reviewing, "it is removed after that without a further decision");
            case Held held
            when holding.isStillPromised(held) ->
                throw tooEarly(
                        open, held.from(), "release it, and it is removed after a new deadline; or cancel the case");
            case Held held
            when holding.isOwnerStillToBeAsked(held) ->
                throw new IllegalStateException("the owner of case " + open.id() + " was not asked yet; "
                        + holding.howItGoesOn(held) + "; or cancel the case. Nothing was changed");
            case NeedsPerson needs -> Move.to(open, needs.from().decided(), now, why);
            default -> Move.to(open, Removing.first(null), now, why);
        };
    }

    private static IllegalStateException tooEarly(Case open, Reviewing reviewing, String instead) {
        Announcement announcement = reviewing.announcement();
        return new IllegalStateException("case " + open.id() + " is announced"
                + (announcement == null ? " at the next pass" : " with the deadline " + announcement.deadline()) + "; "
                + instead + ". Nothing was changed");
    }

    private Move cancel(Case open, String note) {
        if (open.state() instanceof Ended ended) {
            throw new IllegalStateException(tooLate(open, ended));
        }
        return Move.end(
                open, Ending.CANCELLED, "cancelled" + note, now, open.state().access());
    }

    private Move hold(Case open, String note) {
        if (!(open.state() instanceof Reviewing reviewing)) {
            throw new IllegalStateException("case " + open.id() + " is not under review and cannot be held");
        }
        return Move.to(open, new Held(reviewing, HoldReason.BY_PERSON, "held" + note, now), null, "held" + note);
    }

    private Move release(Case open, String note) {
        if (!(open.state() instanceof Held held)) {
            throw new IllegalStateException("case " + open.id() + " is not held");
        }
        return Move.to(
                open,
                Reviewing.stage(held.from().stage()),
                now,
                "released" + note + "; a new deadline is announced at the next pass");
    }

    private static void requireUndecided(Case open) {
        switch (open.state()) {
            case Reviewing s -> {}
            case Held s -> {}
            case NeedsPerson s -> {}
            case Removing s ->
                throw new IllegalStateException("too late: the removal of case " + open.id() + " has begun");
            case Following s ->
                throw new IllegalStateException("too late: the account of case " + open.id()
                        + " was removed; use: dormouse restore " + open.login());
            case Restoring s ->
                throw new IllegalStateException("case " + open.id() + " gives access back; nothing to decide");
            case Ended ended -> throw new IllegalStateException(tooLate(open, ended));
        }
    }

    private static String tooLate(Case open, Ended ended) {
        return "too late: case " + open.id() + " ended on " + ended.at() + ": " + ended.detail();
    }

    /** What a person can say about an open case. */
    public enum Decision {
        KEEP,
        REMOVE,
        CANCEL,
        HOLD,
        RELEASE
    }
}
