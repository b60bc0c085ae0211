package dev.dormouse.cli;

import dev.dormouse.engine.Progress;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Tells on standard error what is being done, once a command takes longer than a second. */
final class ConsoleProgress implements Progress {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final PrintWriter err;
    private final long start = System.nanoTime();

    ConsoleProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void doing(String line) {
        if (System.nanoTime() - start > PATIENCE) {
            err.println("… " + line);
            err.flush();
        }
    }

    @Override
    public synchronized void warn(String line) {
        err.println("warning: " + line);
        err.flush();
    }
}
