package dev.dormouse.app;

import dev.dormouse.core.ledger.Floors;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.Pass;
import dev.dormouse.engine.PassResult;
import dev.dormouse.observations.DuckDbObservations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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
        Path file = workspace.observationsFile();
        Path fresh = file.resolveSibling("observations.new.duckdb");
        deleteLeftovers(fresh);
        Done done;
        try (Observations observations = DuckDbObservations.open(fresh)) {
            done = pass(ledger, observations);
        }
        keep(fresh, file);
        return done;
    }

    private Done pass(Ledger ledger, Observations observations) {
        List<Workflow> workflows = workspace.configuration().workflows();
        List<SourceMemory> memories = ledger.sourceMemories();
        List<SourceHealth> health = workspace
                .sync(memories)
                .into(observations, Workspace.applications(workflows), Workspace.sources(workflows));
        List<SourceMemory> fresh = workspace.rules(memories).remember(health);
        ledger.write(transaction -> {
            fresh.forEach(transaction::save);
            return fresh.size();
        });
        Questions questions = workspace.questions(observations, health);
        List<Question> asked = workflows.stream()
                .map(workflow -> questions.ask(workflow, Floors.of(ledger.lastEndings(workflow.name()))))
                .toList();
        Pass pass = passOver(workspace, ledger);
        List<PassResult> results =
                pass.run(observations, asked, (question, one) -> new Judgements(question).judge(one));
        return new Done(
                results,
                asked.stream().flatMap(one -> one.health().stream()).distinct().toList());
    }

    static Pass passOver(Workspace workspace, Ledger ledger) {
        return new Pass(
                ledger,
                workspace.remotes(),
                workspace.templates(),
                workspace.now(),
                (name, version) -> workspace.document(ledger, name, version),
                leavers(workspace),
                workspace.progress());
    }

    private static @Nullable Workflow leavers(Workspace workspace) {
        return workspace.configuration().workflows().stream()
                .filter(workflow -> workflow.trigger() == Workflow.Trigger.COMMAND)
                .findFirst()
                .orElse(null);
    }

    private static void keep(Path fresh, Path file) {
        try {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the observations as " + file, e);
        }
    }

    /** A crash may have left a half-filled store; observations can be read again. */
    private static void deleteLeftovers(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + ".wal"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + fresh, e);
        }
    }
}
