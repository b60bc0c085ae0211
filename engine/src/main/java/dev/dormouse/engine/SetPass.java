package dev.dormouse.engine;

import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Output;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.KeepsSets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One pass over a workflow that keeps a set: judge, ask the guards, write the set. There are no cases. Who comes and goes
 * is in the journal before it happens; if the process dies in between, the next pass starts from the set as it then is.
 */
final class SetPass {

    private final PassContext pass;
    private final Observations observations;
    private final Question question;
    private final Outbox outbox;
    private final Workflow workflow;
    private final Output output;

    SetPass(PassContext pass, Observations observations, Question question, Outbox outbox) {
        this.pass = pass;
        this.observations = observations;
        this.question = question;
        this.outbox = outbox;
        this.workflow = question.workflow();
        this.output = Objects.requireNonNull(workflow.output());
    }

    PassResult run() {
        long start = pass.ledger().write(transaction -> transaction.moveCursor("pass:" + workflow.name()));
        try {
            KeepsSets keeper = pass.remotes().keeper(output.place());
            Membership membership =
                    new Membership(output, keeper.members(output.place().set()));
            Tally tally = observations.judgeAll(question, membership::judged);
            String obstacle = Membership.obstacle(question);
            return obstacle.isEmpty() ? keep(keeper, membership.change(), tally, start) : left(tally, obstacle, start);
        } catch (ConnectorException | EngineException e) {
            return left(new Tally(0, 0, 0, 0), Objects.requireNonNull(e.getMessage()), start);
        }
    }

    private PassResult left(Tally tally, String obstacle, long start) {
        WorkflowStatus status = pass.ledger().status(workflow.name());
        return result(tally, status, "", SetChange.none(output.toString(), obstacle), start);
    }

    private PassResult keep(KeepsSets keeper, SetChange change, Tally tally, long start) {
        WorkflowStatus status = new Versions(pass, workflow, question, observations).presentSet(change.size(), tally);
        Gate gate = new Gate(pass, workflow, ExemptingGroups.read(pass, new Stale(observations, question)));
        if (status.plan() != null) {
            String warning = gate.reason(status.release(), change.size(), tally.inScope(), 0);
            return result(tally, status, warning == null ? "" : warning, change, start);
        }
        status = gate.ask(status, change.size(), tally.inScope(), 0);
        if (status.quarantine() != null) {
            return result(tally, status, "", change, start);
        }
        SetChange done = change.size() == 0 ? change : write(keeper, change);
        return result(tally, done.obstacle().isEmpty() ? gate.useUp(status) : status, "", done, start);
    }

    private SetChange write(KeepsSets keeper, SetChange change) {
        journal(
                JournalKind.SET_INTENT,
                change.words(),
                Map.of(
                        "set", change.set(),
                        "added", String.join(", ", change.added()),
                        "removed", String.join(", ", change.removed())));
        SetChange done;
        try {
            done = change.done(keeper.replace(output.place().set(), change.after()));
        } catch (ConnectorException e) {
            journal(JournalKind.SET_OUTCOME, change.set() + ": " + e.getMessage(), Map.of("event", Entries.SET_FAILED));
            return SetChange.none(change.set(), e.getMessage());
        }
        journal(JournalKind.SET_OUTCOME, done.words(), Map.of("event", Entries.SET_CHANGED));
        return done;
    }

    private void journal(JournalKind kind, String text, Map<String, String> data) {
        pass.ledger().write(transaction -> {
            transaction.append(
                    new Draft(pass.now(), kind, workflow.name(), 0, output.toString(), Entries.DORMOUSE, text, data));
            return kind;
        });
    }

    private PassResult result(Tally tally, WorkflowStatus status, String warning, SetChange change, long start) {
        List<String> stale = new Stale(observations, question).words();
        new Digests(pass, outbox).send(workflow, since -> List.of());
        Map<String, Long> events =
                Happened.since(pass.ledger(), workflow.name(), start).counts();
        return new PassResult(
                workflow.name(), tally, change.size(), status, events, warning, stale, pass.takeObstacles(), change);
    }
}
