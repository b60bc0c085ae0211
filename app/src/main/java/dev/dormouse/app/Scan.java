package dev.dormouse.app;

import dev.dormouse.core.judging.Judgement;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.SetChange;
import dev.dormouse.observations.DuckDbObservations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads and judges, and changes nothing. */
public final class Scan {

    private final Workspace workspace;
    private final Store store;

    public Scan(Workspace workspace) {
        this(workspace, prepare());
    }

    /** @param store is closed by the scan; close it also where no scan takes place */
    public Scan(Workspace workspace, Store store) {
        this.workspace = workspace;
        this.store = store;
    }

    /** Begins to open an empty store of observations; half of the start of a small scan, so begin early. */
    public static Store prepare() {
        return new Store(CompletableFuture.supplyAsync(DuckDbObservations::inMemory));
    }

    /**
     * Judges these workflows with fresh observations.
     *
     * @param listener hears of every account that is not active, workflow by workflow
     */
    public Summary run(List<Workflow> workflows, Listener listener) {
        try (FolderLock _ = workspace.sharesObservations() ? workspace.lock("scan") : null;
                Observations observations = open();
                Known known = Known.of(workspace)) {
            Sync sync = workspace.sync(known.memories(), observations);
            boolean newestAlone = !workspace.sharesObservations()
                    && workflows.stream()
                            .map(Workflow::selection)
                            .allMatch(select -> select.when() == null && !select.matchesPersons());
            List<SourceHealth> health = (newestAlone ? sync.newestAlone() : sync).into(observations, workflows);
            Questions questions = workspace.questions(observations, health);
            Map<String, Result> results = new HashMap<>();
            for (Workflow workflow : workflows) {
                Question question = questions.ask(workflow, known.floors(workflow));
                Judgements judgements = new Judgements(question);
                Consumer<Judged> heard = one -> listener.judged(workflow, one, () -> judgements.judge(one));
                SetScan set = SetScan.of(workspace, question);
                Tally tally = set == null
                        ? observations.judge(question, heard)
                        : observations.judgeAll(question, set.besides(heard));
                List<Exemption> stale = question.accountsAreKnown() ? observations.unmatched(question) : List.of();
                results.put(
                        workflow.name(),
                        new Result(tally, question.health(), stale, set == null ? null : set.change()));
            }
            return new Summary(results);
        }
    }

    private Observations open() {
        if (!workspace.sharesObservations()) {
            return store.opening().join();
        }
        store.close();
        return workspace.scratchObservations();
    }

    /** Hears of one account; its judgement is worked out when it is asked for. */
    public interface Listener {

        void judged(Workflow workflow, Judged one, Supplier<Judgement> judgement);
    }

    /** A store that is being opened; for one scan. */
    public record Store(CompletableFuture<Observations> opening) implements AutoCloseable {

        @Override
        public void close() {
            opening.join().close();
        }
    }

    /** By the name of the workflow. */
    public record Summary(Map<String, Result> results) {}

    /**
     * What came out for one workflow.
     *
     * @param health of every source it asks
     * @param staleExemptions entries that match nobody
     * @param set what would become of the set that the workflow keeps; null where it keeps none
     */
    public record Result(
            Tally tally,
            List<SourceHealth> health,
            List<Exemption> staleExemptions,
            @Nullable SetChange set) {}
}
