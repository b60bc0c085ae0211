package dev.dormouse.app;

import dev.dormouse.core.observations.SourceHealth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Everything that is to be read, several at a time: what waits for a remote system beside everything else, files as many
 * at a time as there are processors and the longest first, so that none is left to be read alone in the end.
 */
final class Readings {

    private static final int WAITING = 8;

    private record Reading(long bytes, Function<SourceReader, List<SourceHealth>> work) {}

    private record Begun(long bytes, FutureTask<List<SourceHealth>> task) {}

    private final List<Reading> readings = new ArrayList<>();

    /** @param bytes how much there is to read, where it is known before; 0 for what mostly waits */
    void add(long bytes, Function<SourceReader, List<SourceHealth>> work) {
        readings.add(new Reading(bytes, work));
    }

    /** Reads, and gives the health in the order in which the readings were added. */
    List<SourceHealth> all(SourceReader reader) {
        List<Begun> begun = readings.stream()
                .map(one ->
                        new Begun(one.bytes(), new FutureTask<>(() -> one.work().apply(reader))))
                .toList();
        try (ExecutorService files =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                ExecutorService waiting = Executors.newFixedThreadPool(WAITING)) {
            begun.stream()
                    .sorted(Comparator.comparingLong(Begun::bytes).reversed())
                    .forEach(one -> (one.bytes() > 0 ? files : waiting).execute(one.task()));
            List<SourceHealth> health = new ArrayList<>();
            for (Begun one : begun) {
                health.addAll(result(one.task()));
            }
            return health;
        }
    }

    private static List<SourceHealth> result(Future<List<SourceHealth>> reading) {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a reader failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }
}
