package dev.dormouse.sandbox.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one organisation, newest first. */
final class StandInAuditLog {

    private static final Duration KEPT = Duration.ofDays(180);
    private static final Duration GIT_KEPT = Duration.ofDays(7);

    private final List<StandInEvent> events = new ArrayList<>();
    private @Nullable List<StandInEvent> sorted;

    synchronized void add(String actor, String action, Instant at) {
        events.add(new StandInEvent(events.size() + 1L, actor, action, at));
        sorted = null;
    }

    /** What GitHub still keeps at that instant. */
    synchronized List<StandInEvent> kept(Instant now) {
        List<StandInEvent> all = sorted;
        if (all == null) {
            all = events.stream()
                    .sorted(Comparator.comparing(StandInEvent::at)
                            .thenComparingLong(StandInEvent::id)
                            .reversed())
                    .toList();
            sorted = all;
        }
        Instant oldest = now.minus(KEPT);
        Instant oldestGit = now.minus(GIT_KEPT);
        return all.stream()
                .filter(event -> !event.at().isBefore(event.git() ? oldestGit : oldest))
                .toList();
    }
}
