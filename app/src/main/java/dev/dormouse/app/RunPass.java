package dev.dormouse.app;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.Floors;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.Pass;
import dev.dormouse.engine.PassResult;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One pass: sync, judge, advance. */
public final class RunPass {

    private final Workspace workspace;

    public RunPass(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What the pass did, and the health of every source it read. */
    public record Done(List<PassResult> results, List<SourceHealth> health) {}

    public Done run() {
        try (FolderLock _ = workspace.lock("run");
                Ledger ledger = workspace.openLedger()) {
            return run(ledger);
        }
    }

    Done run(Ledger ledger) {
        try (Observations observations = workspace.openObservations()) {
            Done done = pass(ledger, observations);
            Histories.Kept kept = workspace.stores().kept();
            observations.forget(kept.events(), kept.days());
            return done;
        }
    }

    private Done pass(Ledger ledger, Observations observations) {
        List<Workflow> workflows = workspace.configuration().workflows();
        List<SourceMemory> memories = ledger.sourceMemories();
        SourceReader reader = workspace.reader(memories, observations);
        observations.begin();
        List<SourceHealth> health = workspace.sync(workflows).run(reader);
        List<SourceMemory> fresh = workspace.rules(memories, List.of()).remember(health);
        ledger.write(transaction -> {
            fresh.forEach(transaction::save);
            return fresh.size();
        });
        Questions questions = workspace.questions(observations, health);
        List<Question> asked = workflows.stream()
                .map(workflow -> questions.ask(workflow, Floors.of(ledger.lastEndings(workflow.name()))))
                .toList();
        tellOfOrphans(ledger, workflows);
        Pass pass = passOver(workspace, ledger);
        List<PassResult> results =
                pass.run(observations, asked, (question, one) -> new Judgements(question).judge(one));
        return new Done(
                results,
                asked.stream().flatMap(one -> one.health().stream()).distinct().toList());
    }

    /** Open cases of a workflow that was renamed or taken out. */
    private void tellOfOrphans(Ledger ledger, List<Workflow> workflows) {
        Set<String> known = workflows.stream().map(Workflow::name).collect(Collectors.toSet());
        ledger.cases(new CaseQuery(null, true, null)).stream()
                .filter(one -> !known.contains(one.workflow()))
                .collect(Collectors.groupingBy(Case::workflow, TreeMap::new, Collectors.toList()))
                .forEach((name, cases) -> workspace
                        .progress()
                        .warn(cases.size() + " open case(s) belong to workflow '" + name
                                + "', which is not configured any more; name it so again, or end them, for example with:"
                                + " dormouse cases cancel " + cases.getFirst().id()));
    }

    static Pass passOver(Workspace workspace, Ledger ledger) {
        return new Pass(
                ledger,
                workspace.remotes(),
                workspace.templates(),
                workspace.now(),
                (name, version) -> workspace.documents().version(ledger, name, version),
                leavers(workspace),
                workspace.progress());
    }

    private static @Nullable Workflow leavers(Workspace workspace) {
        return workspace.configuration().workflows().stream()
                .filter(workflow -> workflow.trigger() == Workflow.Trigger.COMMAND)
                .findFirst()
                .orElse(null);
    }
}
