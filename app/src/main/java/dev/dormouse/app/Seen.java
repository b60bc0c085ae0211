package dev.dormouse.app;

import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was seen by the last pass, or is read now, for use cases that only look. */
final class Seen implements AutoCloseable {

    private final Workspace workspace;
    private final Observations observations;
    private final @Nullable FolderLock lock;

    private Seen(Workspace workspace, Observations observations, @Nullable FolderLock lock) {
        this.workspace = workspace;
        this.observations = observations;
        this.lock = lock;
    }

    static Seen open(Workspace workspace, Explain.Evidence evidence) {
        if (evidence == Explain.Evidence.LAST_PASS && workspace.stores().hasObservations()) {
            Observations last = workspace.openObservations();
            // A pass that was killed may have left nothing to look at.
            if (!last.health().isEmpty()) {
                return new Seen(workspace, last, null);
            }
            last.close();
        }
        FolderLock lock = workspace.stores().lockShared("reading");
        return new Seen(workspace, workspace.stores().scratchObservations(), lock);
    }

    Observations observations() {
        return observations;
    }

    /** Up to when the last pass knew something; null where everything is read now. */
    @Nullable
    Instant lastPassUpTo() {
        return observations.health().stream()
                .map(SourceHealth::asOf)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The health of what was read; reads it where nothing was yet. */
    List<SourceHealth> health(Known known, List<Workflow> workflows) {
        List<SourceHealth> health = observations.health();
        return health.isEmpty()
                ? workspace.sync(workflows).run(workspace.reader(known.memories(), observations))
                : health;
    }

    @Override
    public void close() {
        try (lock) {
            observations.close();
        }
    }
}
