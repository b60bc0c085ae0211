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

    /** @param store to be closed by the caller; the scan leaves it when it is done */
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
        try (FolderLock _ = workspace.stores().lockShared("scan");
                Known known = Known.of(workspace)) {
            Sync sync = workspace.sync(workflows);
            if (!workspace.stores().sharesObservations()) {
                return run(workflows, listener, sync, known, store.opened());
            }
            try (Observations observations = workspace.stores().scratchObservations()) {
                return run(workflows, listener, sync, known, observations);
            }
        } finally {
            store.leave();
        }
    }

    private Summary run(
            List<Workflow> workflows, Listener listener, Sync sync, Known known, Observations observations) {
        SourceReader reader = workspace.reader(known.memories(), observations);
        boolean newestAlone = !workspace.stores().sharesObservations()
                && workflows.stream()
                        .map(Workflow::selection)
                        .allMatch(select -> select.when() == null && !select.matchesPersons());
        List<SourceHealth> health = sync.run(newestAlone ? reader.newestAlone() : reader);
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
                    workflow.name(), new Result(tally, question.health(), stale, set == null ? null : set.change()));
        }
        return new Summary(results);
    }

    /** Hears of one account; its judgement is worked out when it is asked for. */
    public interface Listener {

        void judged(Workflow workflow, Judged one, Supplier<Judgement> judgement);
    }

    /** A store that is being opened; for one scan. */
    public static final class Store implements AutoCloseable {

        private final CompletableFuture<Observations> opening;
        private final CompletableFuture<Void> left = new CompletableFuture<>();
        private final CompletableFuture<Void> closing;

        private Store(CompletableFuture<Observations> opening) {
            this.opening = opening;
            this.closing = left.thenCombineAsync(opening, (_, observations) -> {
                observations.close();
                return null;
            });
        }

        private Observations opened() {
            return opening.join();
        }

        /** It begins to close, which takes a while where there is much in it. */
        private void leave() {
            left.complete(null);
        }

        /** Returns when it is closed. */
        @Override
        public void close() {
            leave();
            closing.join();
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
