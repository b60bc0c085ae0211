package dev.dormouse.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Passes on to a receiver in another thread, in order and a batch at a time, so that the next are read meanwhile. At most
 * two batches wait. For one thread; closing it waits until all have been received.
 */
final class InTurn<T> implements Consumer<T>, AutoCloseable {

    private static final int BATCH = 1_000;

    private final Consumer<T> receiver;
    private List<T> batch = new ArrayList<>(BATCH);
    private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> last = before;
    private boolean failed;

    InTurn(Consumer<T> receiver) {
        this.receiver = receiver;
    }

    @Override
    public void accept(T one) {
        batch.add(one);
        if (batch.size() == BATCH) {
            handOver();
        }
    }

    private void handOver() {
        List<T> full = batch;
        batch = new ArrayList<>(BATCH);
        received(before);
        before = last;
        last = last.thenRunAsync(() -> full.forEach(receiver));
    }

    /** Says nothing again of a failure that was thrown before. */
    @Override
    public void close() {
        if (!failed) {
            handOver();
            received(last);
        }
    }

    private void received(CompletableFuture<Void> earlier) {
        try {
            earlier.join();
        } catch (CompletionException failure) {
            failed = true;
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }
}
