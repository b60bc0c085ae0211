package dev.dormouse.core.cases;

import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Following;
import dev.dormouse.core.cases.CaseState.NeedsPerson;
import dev.dormouse.core.cases.CaseState.Restoring;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Step.FollowUp;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Outcome;
import dev.dormouse.spi.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rules of a case after its steps: waiting for a person, following up, giving back. */
final class Aftermath {

    private static final Duration AGAIN = Duration.ofHours(1);

    private final Workflow document;
    private final Instant now;

    Aftermath(Workflow document, Instant now) {
        this.document = document;
        this.now = now;
    }

    Move lookNeedsPerson(Case open, NeedsPerson needs, Finding finding) {
        return switch (finding) {
            case Finding.Gone gone -> Move.end(open, Ending.REMOVED, "removed by a person", now, needs.access());
            case Finding.OutOfScope out -> Move.end(open, Ending.REMOVED, "removed by a person", now, needs.access());
            case Finding.Active active -> Move.end(open, Ending.RETURNED, active.reason(), now, needs.access());
            case Finding.Exempt exempt -> Move.end(open, Ending.EXEMPTED, exempt.reason(), now, needs.access());
            case Finding.Dormant dormant -> Move.stay(open);
            case Finding.Unknown unknown -> Move.stay(open);
        };
    }

    /** Who is there again, uses it or is exempt by now is left alone. */
    Move follow(Case open, Following following, Finding finding) {
        return switch (finding) {
            case Finding.Exempt exempt -> Move.end(open, Ending.EXEMPTED, exempt.reason(), now, following.access());
            case Finding.Active active -> Move.end(open, Ending.RETURNED, active.reason(), now, following.access());
            case Finding.Unknown unknown -> follow(open, following, Removal.isCommand(open));
            case Finding.Gone gone -> follow(open, following, true);
            case Finding.OutOfScope out -> follow(open, following, out.otherwise());
            case Finding.Dormant dormant -> follow(open, following, true);
        };
    }

    /** @param mayAct whether it is known that nobody uses the account */
    private Move follow(Case open, Following following, boolean mayAct) {
        List<FollowUp> steps = document.followUp();
        if (following.next() >= steps.size()) {
            return Move.end(open, Ending.REMOVED, "removed and followed up", now, following.access());
        }
        FollowUp step = steps.get(following.next());
        if (step.after().after(open.opened(), document.zone()).isAfter(now)) {
            return Move.stay(open);
        }
        Instant due = open.due();
        if (due != null && due.isAfter(now)) {
            return Move.stay(open);
        }
        return switch (step.step()) {
            case Step.Act act ->
                mayAct ? Move.stay(open, new CaseEffect.Perform(following.next(), act)) : Move.stay(open);
            case Step.Notify notify -> Move.stay(open, new CaseEffect.Tell(following.next(), notify));
        };
    }

    Move performed(Case open, Following following, CaseEffect.Perform perform, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed changed -> followed(open, following, perform.step(), changed.detail());
            case Outcome.AlreadySo already -> followed(open, following, perform.step(), already.detail());
            case Outcome.Skipped skipped -> followed(open, following, perform.step(), skipped.detail());
            case Outcome.Pending pending -> Move.to(open, following, pending.askAgain(), pending.detail());
            case Outcome.NeedsPerson needs -> failed(open, following, perform, needs.detail());
            case Outcome.Uncertain uncertain -> Move.to(open, following, now.plus(AGAIN), uncertain.detail());
            case Outcome.Failed failed ->
                switch (failed.reaction()) {
                    case Reaction.RetryAfter retry ->
                        Move.to(open, following, now.plus(retry.delay()), failed.detail());
                    case Reaction.Unavailable unavailable -> Move.to(open, following, now.plus(AGAIN), failed.detail());
                    case Reaction.Gone gone -> followed(open, following, perform.step(), failed.detail());
                    case Reaction.Forbidden forbidden -> failed(open, following, perform, failed.detail());
                    case Reaction.Invalid invalid -> failed(open, following, perform, failed.detail());
                };
        };
    }

    private Move failed(Case open, Following following, CaseEffect.Perform perform, String detail) {
        return switch (perform.act().onError()) {
            case STOP ->
                Move.end(open, Ending.INCOMPLETE, "removed, but not followed up: " + detail, now, following.access());
            case CONTINUE -> followed(open, following, perform.step(), detail);
            case RETRY -> Move.to(open, following, now.plus(AGAIN), detail);
        };
    }

    /** A follow-up that tells somebody is done once, whatever came of it; what came of it is in the journal. */
    Move followed(Case open, Following following, int step, String detail) {
        if (step != following.next()) {
            return Move.stay(open);
        }
        int next = following.next() + 1;
        Instant due = next < document.followUp().size()
                ? document.followUp().get(next).after().after(open.opened(), document.zone())
                : now;
        return Move.to(open, new Following(next, following.removedAt(), following.access()), due, detail);
    }

    Move restore(Case open) {
        Instant due = open.due();
        return due != null && due.isAfter(now) ? Move.stay(open) : Move.stay(open, new CaseEffect.GiveBack());
    }

    Move restored(Case open, Restoring restoring, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed changed -> given(open, restoring, changed.detail());
            case Outcome.AlreadySo already -> given(open, restoring, already.detail());
            case Outcome.Skipped skipped -> given(open, restoring, skipped.detail());
            case Outcome.Pending pending -> later(open, restoring, pending.detail(), pending.askAgain());
            case Outcome.NeedsPerson needs -> later(open, restoring, needs.detail(), now.plus(Duration.ofDays(1)));
            case Outcome.Uncertain uncertain -> later(open, restoring, uncertain.detail(), now.plus(AGAIN));
            case Outcome.Failed failed -> failed(open, restoring, failed);
        };
    }

    private Move failed(Case open, Restoring restoring, Outcome.Failed failed) {
        return switch (failed.reaction()) {
            case Reaction.RetryAfter retry -> later(open, restoring, failed.detail(), now.plus(retry.delay()));
            case Reaction.Unavailable unavailable -> later(open, restoring, failed.detail(), now.plus(AGAIN));
            case Reaction.Gone gone -> gaveUp(open, restoring, failed.detail());
            case Reaction.Forbidden forbidden -> gaveUp(open, restoring, failed.detail());
            case Reaction.Invalid invalid -> gaveUp(open, restoring, failed.detail());
        };
    }

    private Move given(Case open, Restoring restoring, String detail) {
        return Move.end(open, Ending.RESTORED, detail, now, restoring.access());
    }

    private Move gaveUp(Case open, Restoring restoring, String detail) {
        return Move.end(open, Ending.INCOMPLETE, detail, now, restoring.access());
    }

    private static Move later(Case open, Restoring restoring, String detail, Instant due) {
        return Move.to(open, new Restoring(restoring.access(), detail), due, detail);
    }
}
