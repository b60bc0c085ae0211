package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Restoring;
import dev.dormouse.core.cases.Finding;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.Advance.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One pass over one workflow: judge, ask the guards, advance what is open, open what is new, tell the operators. A
 * workflow in quarantine still hears people; it neither opens nor takes anything. One whose present version is not approved
 * opens nothing; what was opened under an approved version goes on.
 */
final class WorkflowPass {

    private final PassContext pass;
    private final Observations observations;
    private final Pass.Judging judge;
    private final Outbox outbox;
    private final Question question;
    private final Workflow workflow;
    private final Stale stale;

    WorkflowPass(PassContext pass, Observations observations, Question question, Pass.Judging judge, Outbox outbox) {
        this.pass = pass;
        this.observations = observations;
        this.question = question;
        this.judge = judge;
        this.outbox = outbox;
        this.workflow = question.workflow();
        this.stale = new Stale(observations, question);
    }

    PassResult run(Set<Long> unsettled) {
        return workflow.trigger() == Workflow.Trigger.COMMAND ? runCommanded(unsettled) : runDormancy(unsettled);
    }

    /** Cases that somebody ordered need no evidence and no approval; exemptions and guards hold for them too. */
    private PassResult runCommanded(Set<Long> unsettled) {
        long start = pass.ledger().write(transaction -> transaction.moveCursor("pass:" + workflow.name()));
        Tally nobody = new Tally(0, 0, 0, 0);
        Gate gate = new Gate(pass, workflow, ExemptingGroups.read(pass, stale));
        WorkflowStatus before = pass.ledger().status(workflow.name());
        WorkflowStatus status = advance(unsettled, before, gate, List.of(), nobody);
        new Digests(pass, outbox).send(workflow, since -> List.of());
        Map<String, Long> events =
                Happened.since(pass.ledger(), workflow.name(), start).counts();
        return new PassResult(workflow.name(), nobody, 0, status, events, "", List.of(), pass.takeObstacles());
    }

    private PassResult runDormancy(Set<Long> unsettled) {
        long start = pass.ledger().write(transaction -> transaction.moveCursor("pass:" + workflow.name()));
        List<Judged> dormant = new ArrayList<>();
        Tally tally = observations.judge(question, one -> {
            if (one.answer() == Answer.DORMANT) {
                dormant.add(one);
            }
        });
        Openings openings = new Openings(pass, workflow, one -> judge.judge(question, one));
        List<Judged> selected = openings.select(dormant);
        if (workflow.reportsOnly()) {
            WorkflowStatus nothing = WorkflowStatus.fresh(workflow.name());
            return new PassResult(
                    workflow.name(),
                    tally,
                    selected.size(),
                    nothing,
                    Map.of(),
                    "",
                    stale.words(),
                    pass.takeObstacles());
        }
        WorkflowStatus status = new Versions(pass, workflow, question, observations).present(selected.size(), tally);
        boolean approved = status.plan() == null;
        Gate gate = new Gate(pass, workflow, ExemptingGroups.read(pass, stale));
        String reason = approved
                ? null
                : gate.reason(status.release(), selected.size(), tally.inScope(), removedAtOnce(selected));
        status = advance(unsettled, status, gate, approved ? selected : List.of(), tally);
        if (approved && status.quarantine() == null) {
            List<Case> opened = openings.open(selected, status.approvedVersion());
            new Advance(pass, outbox, findings(opened), Mode.FREE).advance(opened);
        }
        List<String> matchNobody = stale.words();
        new Digests(pass, outbox).send(workflow, since -> notes(matchNobody, since));
        Map<String, Long> events =
                Happened.since(pass.ledger(), workflow.name(), start).counts();
        return new PassResult(
                workflow.name(),
                tally,
                selected.size(),
                status,
                events,
                reason == null ? "" : reason,
                matchNobody,
                pass.takeObstacles());
    }

    /** What is open goes on, as far as the guards allow. */
    private WorkflowStatus advance(
            Set<Long> unsettled, WorkflowStatus before, Gate gate, List<Judged> selected, Tally tally) {
        new Deliveries(pass, outbox).check(open(unsettled));
        List<Case> open = askable(open(unsettled));
        Function<Case, Finding> findings = findings(open);
        long removing = new Advance(pass, outbox, findings, Mode.FREE).wouldRemove(open) + removedAtOnce(selected);
        // Before anything is done on the strength of it: a pass that dies must not leave the release to the next.
        WorkflowStatus status = gate.useUp(gate.ask(before, selected.size(), tally.inScope(), removing));
        Mode mode = status.quarantine() == null ? Mode.FREE : Mode.FROZEN;
        new Advance(pass, outbox, findings, mode).advance(open);
        return status;
    }

    /** Where nobody is asked, whoever is selected is removed in the same pass. */
    private long removedAtOnce(List<Judged> selected) {
        return workflow.review().stages().isEmpty() ? selected.size() : 0;
    }

    /** Every case is held against the version of the document that it was opened under. */
    private Function<Case, Finding> findings(List<Case> open) {
        Map<Integer, Findings> byVersion = new HashMap<>();
        open.stream().collect(Collectors.groupingBy(Case::version)).forEach((version, cases) -> {
            Workflow document = pass.versions().apply(workflow.name(), version);
            Question pinned = new Question(document, question.now(), question.health(), question.floors());
            byVersion.put(version, Findings.read(observations, pinned, cases, judge));
        });
        Function<Case, Finding> findings =
                one -> Objects.requireNonNull(byVersion.get(one.version())).apply(one);
        return workflow.trigger() == Workflow.Trigger.COMMAND ? one -> commanded(findings.apply(one)) : findings;
    }

    /** A command needs no evidence, but whether its exemptions protect somebody tells the list of accounts alone. */
    private List<Case> askable(List<Case> open) {
        if (workflow.trigger() != Workflow.Trigger.COMMAND
                || workflow.exemptions().entries().isEmpty()) {
            return open;
        }
        List<Case> askable = new ArrayList<>();
        for (Case one : open) {
            String application = one.subject().application();
            SourceHealth accounts = question.findHealth(SourceHealth.ACCOUNTS, application);
            if (accounts == null || accounts.healthy() || one.state() instanceof Restoring) {
                askable.add(one);
            } else {
                pass.warn("case " + one.id() + " of " + workflow.name() + " waits, as its exemptions cannot be asked:"
                        + " the accounts of " + application + " could not be read: " + accounts.fault());
            }
        }
        return askable;
    }

    private static Finding commanded(Finding found) {
        return switch (found) {
            case Finding.Exempt _, Finding.Gone _ -> found;
            case Finding.OutOfScope(Finding.Exempt exempt) -> exempt;
            default -> new Finding.Unknown("a command needs no evidence");
        };
    }

    private List<Case> open(Set<Long> unsettled) {
        return pass.ledger().cases(CaseQuery.open(workflow.name())).stream()
                .filter(one -> !unsettled.contains(one.id()))
                .toList();
    }

    private List<String> notes(List<String> matchNobody, long since) {
        List<String> notes = new ArrayList<>(new Seats(pass.ledger(), observations, question).notes(since));
        if (!matchNobody.isEmpty()) {
            notes.add("Exemptions that match nobody any more: " + String.join(", ", matchNobody));
        }
        return notes;
    }
}
