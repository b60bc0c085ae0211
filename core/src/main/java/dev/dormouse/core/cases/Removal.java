package dev.dormouse.core.cases;

import dev.dormouse.core.cases.CaseState.Announcement;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Following;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.NeedsPerson;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Step.OnError;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a case whose steps run. */
final class Removal {

    /** After so many failures of one step a person has to look. */
    static final int ATTEMPTS = 5;

    private static final Duration BACK_OFF = Duration.ofMinutes(10);

    private final Workflow document;
    private final Instant now;

    Removal(Workflow document, Instant now) {
        this.document = document;
        this.now = now;
    }

    Move look(Case open, Removing removing, Finding finding) {
        Move stopped = recheck(open, removing, finding);
        if (stopped != null) {
            return stopped;
        }
        Instant due = open.due();
        return due != null && due.isAfter(now) ? Move.stay(open) : proceed(open, removing);
    }

    /** What stops a removal; null for: go on. A command needs no evidence, but exemptions win over it too. */
    private @Nullable Move recheck(Case open, Removing removing, Finding finding) {
        return switch (finding) {
            case Finding.Exempt exempt -> Move.end(open, Ending.EXEMPTED, exempt.reason(), now, taken(removing));
            case Finding.Gone gone ->
                removing.access() == null
                        ? Move.end(open, Ending.GONE, "the account is not there any more", now, null)
                        : null;
            case Finding.OutOfScope out ->
                removing.access() == null
                        ? Move.end(open, Ending.GONE, Review.OUT_OF_SCOPE, now, null)
                        : recheck(open, removing, out.otherwise());
            case Finding.Active active -> isCommand(open) ? null : returned(open, removing, active.reason());
            case Finding.Unknown unknown ->
                isCommand(open) || hasTaken(removing) ? null : backToHeld(open, removing, unknown.reason());
            case Finding.Dormant dormant ->
                isCommand(open) || hasTaken(removing) ? null : noLongerProven(open, removing, dormant);
        };
    }

    /** Decided but not begun, by a crash or a quarantine: what had to hold on the day of the decision has to hold now. */
    private @Nullable Move noLongerProven(Case open, Removing removing, Finding.Dormant dormant) {
        Announcement announcement = removing.announcement();
        if (announcement == null) {
            return null;
        }
        int last = Math.max(0, document.review().stages().size() - 1);
        if (announcement.deadline().plus(Review.LATE).isBefore(now)) {
            return Move.to(
                    open, Reviewing.stage(last), now, "the removal is late; it is announced again with a new deadline");
        }
        List<String> stale = dormant.olderThan(announcement.deadline());
        if (stale.isEmpty()) {
            return null;
        }
        String detail = Review.newExports(announcement.deadline(), stale);
        Held held = new Held(new Reviewing(last, announcement, 0), HoldReason.STALE_EVIDENCE, detail, now);
        return Move.to(open, held, null, "held: " + detail);
    }

    private @Nullable Move returned(Case open, Removing removing, String reason) {
        if (!hasTaken(removing)) {
            return Move.end(open, Ending.RETURNED, reason, now, null);
        }
        return switch (document.review().onReturn()) {
            case CONTINUE -> null;
            case STOP ->
                Move.end(
                        open,
                        Ending.RETURNED,
                        reason + "; give back what was taken with: dormouse restore " + open.login(),
                        now,
                        removing.access());
            case RESTORE ->
                new Move(
                        Move.end(open, Ending.RETURNED, reason + "; it is restored", now, removing.access())
                                .next(),
                        reason + "; it is restored",
                        new CaseEffect.OpenRestore());
        };
    }

    /** Nothing was taken yet and the evidence is gone: the case waits where it was. */
    private Move backToHeld(Case open, Removing removing, String reason) {
        if (document.review().stages().isEmpty()) {
            return Move.stay(open);
        }
        Announcement announcement = removing.announcement();
        int last = Math.max(0, document.review().stages().size() - 1);
        Held held = new Held(new Reviewing(last, announcement, 0), HoldReason.MISSING_EVIDENCE, reason, now);
        return Move.to(open, held, null, "held: " + reason);
    }

    private Move proceed(Case open, Removing removing) {
        if (removing.step() >= document.removal().size()) {
            return finish(open, removing);
        }
        return switch (document.removal().get(removing.step())) {
            case Step.Act act -> Move.stay(open, new CaseEffect.Perform(removing.step(), act));
            case Step.Notify notify -> Move.stay(open, new CaseEffect.Tell(removing.step(), notify));
        };
    }

    Move accessRead(Case open, Removing removing, @Nullable Access access) {
        if (access == null) {
            return removing.access() == null
                    ? Move.end(open, Ending.GONE, "the account is not there any more", now, null)
                    : Move.stay(open);
        }
        return removing.access() == null
                ? Move.to(open, removing.withAccess(access), now, "what the account holds was recorded")
                : Move.stay(open);
    }

    Move performed(Case open, Removing removing, CaseEffect.Perform perform, Outcome outcome) {
        if (perform.step() != removing.step()) {
            return Move.stay(open);
        }
        return switch (outcome) {
            case Outcome.Changed changed -> Move.to(open, removing.next(), now, changed.detail());
            case Outcome.AlreadySo already -> Move.to(open, removing.next(), now, already.detail());
            case Outcome.Skipped skipped -> Move.to(open, removing.next(), now, skipped.detail());
            case Outcome.Pending pending -> Move.to(open, removing, pending.askAgain(), pending.detail());
            case Outcome.NeedsPerson needs -> needsPerson(open, removing, needs.detail());
            case Outcome.Uncertain uncertain -> again(open, removing, uncertain.detail(), BACK_OFF);
            case Outcome.Failed failed -> failed(open, removing, perform.act().onError(), failed);
        };
    }

    Move told(Case open, Removing removing, int step, String detail) {
        return step == removing.step() ? Move.to(open, removing.next(), now, detail) : Move.stay(open);
    }

    private Move failed(Case open, Removing removing, OnError onError, Outcome.Failed failed) {
        return switch (failed.reaction()) {
            case Reaction.RetryAfter later -> Move.to(open, removing, now.plus(later.delay()), failed.detail());
            case Reaction.Unavailable unavailable -> again(open, removing, failed.detail(), BACK_OFF);
            case Reaction.Gone gone -> Move.to(open, removing.next(), now, failed.detail());
            case Reaction.Forbidden forbidden -> forGood(open, removing, onError, failed.detail());
            case Reaction.Invalid invalid -> forGood(open, removing, onError, failed.detail());
        };
    }

    private Move forGood(Case open, Removing removing, OnError onError, String detail) {
        return switch (onError) {
            case STOP -> needsPerson(open, removing, detail);
            case CONTINUE -> Move.to(open, removing.passedOver(detail), now, detail);
            case RETRY -> again(open, removing, detail, BACK_OFF);
        };
    }

    private Move again(Case open, Removing removing, String detail, Duration delay) {
        Removing failed = removing.failedOnce();
        return failed.attempts() >= ATTEMPTS
                ? needsPerson(open, failed, detail + " (after " + ATTEMPTS + " attempts)")
                : Move.to(open, failed, now.plus(delay.multipliedBy(failed.attempts())), detail);
    }

    private Move needsPerson(Case open, Removing removing, String detail) {
        return Move.to(open, new NeedsPerson(detail, now, removing), null, "needs a person: " + detail);
    }

    private Move finish(Case open, Removing removing) {
        if (document.removal().isEmpty()) {
            return Move.end(open, Ending.IGNORED, "nobody answered, and the workflow removes nothing", now, null);
        }
        if (!removing.failures().isEmpty()) {
            return Move.end(open, Ending.INCOMPLETE, String.join("; ", removing.failures()), now, removing.access());
        }
        List<Step.FollowUp> followUp = document.followUp();
        if (followUp.isEmpty()) {
            return Move.end(open, Ending.REMOVED, "removed", now, removing.access());
        }
        Instant due = followUp.getFirst().after().after(open.opened(), document.zone());
        return Move.to(open, new Following(0, now, removing.access()), due, "removed; the follow-up begins");
    }

    /** A step that failed and was passed over took nothing, and none takes before it is recorded what there is. */
    private boolean hasTaken(Removing removing) {
        long acts = document.removal().stream()
                .limit(removing.step())
                .filter(Step.Act.class::isInstance)
                .count();
        return removing.access() != null && acts > removing.failures().size();
    }

    private @Nullable Access taken(Removing removing) {
        return hasTaken(removing) ? removing.access() : null;
    }

    static boolean isCommand(Case open) {
        return !(open.trigger() instanceof Trigger.Dormancy);
    }
}
