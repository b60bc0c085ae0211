package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Judgement;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.Advance.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * One pass over one workflow: judge, ask the guards, advance what is open, open what is new, tell the operators. A
 * workflow that is not approved or in quarantine still hears people; it neither opens nor takes anything.
 */
final class WorkflowPass {

    private final PassContext pass;
    private final Observations observations;
    private final Function<Judged, Judgement> judge;
    private final Outbox outbox;
    private final Question question;
    private final Workflow workflow;

    WorkflowPass(
            PassContext pass,
            Observations observations,
            Question question,
            Function<Judged, Judgement> judge,
            Outbox outbox) {
        this.pass = pass;
        this.observations = observations;
        this.question = question;
        this.judge = judge;
        this.outbox = outbox;
        this.workflow = question.workflow();
    }

    PassResult run(Set<Long> unsettled) {
        long start = pass.ledger().write(transaction -> transaction.moveCursor("pass:" + workflow.name()));
        List<Judged> dormant = new ArrayList<>();
        Tally tally = observations.judge(question, one -> {
            if (one.answer() == Answer.DORMANT) {
                dormant.add(one);
            }
        });
        new Deliveries(pass, outbox).check(open(unsettled));
        List<Case> open = open(unsettled);
        Findings findings = Findings.read(
                observations, question, open, one -> judge.apply(one).reason());
        Openings openings = new Openings(pass, workflow, judge);
        List<Judged> selected = openings.select(dormant);
        Versions versions = new Versions(pass, workflow, question, observations);
        WorkflowStatus status = versions.present(selected, tally);
        boolean approved = status.plan() == null;
        Gate gate = new Gate(pass, workflow);
        long removing = new Advance(pass, outbox, findings, Mode.FREE).wouldRemove(open);
        String warning = approved
                ? ""
                : Objects.requireNonNullElse(gate.reason(status.release(), selected.size(), tally.inScope(), 0), "");
        status = gate.ask(status, approved ? selected.size() : 0, tally.inScope(), removing);
        Mode mode = status.quarantine() == null ? Mode.FREE : Mode.FROZEN;
        Advance advance = new Advance(pass, outbox, findings, mode);
        advance.advance(open);
        if (approved && mode == Mode.FREE) {
            openAndAsk(openings, selected, status.approvedVersion());
            status = useUp(status);
        }
        List<String> stale = staleExemptions();
        new Digests(pass, outbox).send(workflow, notes(stale, start));
        Happened happened = Happened.since(pass.ledger(), workflow.name(), start);
        return new PassResult(workflow.name(), tally, selected.size(), status, happened.counts(), warning, stale);
    }

    private void openAndAsk(Openings openings, List<Judged> selected, int version) {
        List<Case> opened = openings.open(selected, version);
        Findings fresh = Findings.read(
                observations, question, opened, one -> judge.apply(one).reason());
        new Advance(pass, outbox, fresh, Mode.FREE).advance(opened);
    }

    /** A release is good for one pass. */
    private WorkflowStatus useUp(WorkflowStatus status) {
        if (status.release() == null) {
            return status;
        }
        WorkflowStatus used =
                new WorkflowStatus(status.workflow(), status.approvedVersion(), status.plan(), null, null);
        return pass.ledger().write(transaction -> {
            transaction.save(used);
            return used;
        });
    }

    private List<Case> open(Set<Long> unsettled) {
        return pass.ledger().cases(CaseQuery.open(workflow.name())).stream()
                .filter(one -> !unsettled.contains(one.id()))
                .toList();
    }

    private List<String> staleExemptions() {
        return observations.unmatched(question).stream()
                .map(entry -> entry.match() + (entry.until() == null ? "" : " (until " + entry.until() + ")"))
                .toList();
    }

    private List<String> notes(List<String> stale, long start) {
        List<String> notes = new ArrayList<>(new Seats(pass.ledger(), observations, question).notes(start));
        if (!stale.isEmpty()) {
            notes.add("Exemptions that match nobody any more: " + String.join(", ", stale));
        }
        return notes;
    }
}
