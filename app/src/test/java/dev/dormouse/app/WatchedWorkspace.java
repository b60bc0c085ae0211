package dev.dormouse.app;

import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.engine.Progress;
import dev.dormouse.engine.Remotes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Opens a folder with something between the use cases and the ledger, and between them and the remote systems. */
public final class WatchedWorkspace {

    private WatchedWorkspace() {}

    public static Workspace open(
            Path folder, Clock clock, Progress progress, UnaryOperator<Ledger> ledger, UnaryOperator<Remotes> remotes) {
        return Workspace.open(folder, Map.of(), clock, progress, Duration.ofMillis(5), new Workspace.Ports() {
            @Override
            public Ledger ledger(Ledger real) {
                return ledger.apply(real);
            }

            @Override
            public Remotes remotes(Remotes real) {
                return remotes.apply(real);
            }
        });
    }
}
