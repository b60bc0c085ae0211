package dev.dormouse.app.storm;

import dev.dormouse.sandbox.LoopbackServer;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Kills the program from outside: on its way to a remote system, or when the effect is there and the answer is not. */
final class Trap {

    /** The two moments around an effect. */
    enum Moment {
        BEFORE_EFFECT,
        BEFORE_ANSWER
    }

    private @Nullable Process victim;
    private int fatal;
    private Moment moment = Moment.BEFORE_EFFECT;
    private int counted;
    private String sprungAt = "";

    /** @param fatalRequest counted from 1, over all systems */
    synchronized void arm(Process process, int fatalRequest, Moment fatalMoment) {
        victim = process;
        fatal = fatalRequest;
        moment = fatalMoment;
    }

    /** Begins to count anew, with nobody to kill. */
    synchronized void disarm() {
        victim = null;
        counted = 0;
        sprungAt = "";
    }

    synchronized String sprungAt() {
        return sprungAt;
    }

    /** What the routes of the server answer passes through {@code watch}; what never took effect does not. */
    void watch(LoopbackServer server, BiFunction<Request, Reply, Reply> watch) {
        server.intercept(request -> {
            int number = next();
            String what = request.method() + " " + request.path();
            if (springs(number, Moment.BEFORE_EFFECT, what)) {
                return Reply.empty(503);
            }
            Reply reply = watch.apply(request, server.answerOfRoutes(request));
            springs(number, Moment.BEFORE_ANSWER, what);
            return reply;
        });
    }

    synchronized int next() {
        return ++counted;
    }

    /** Returns when the victim is dead. */
    synchronized boolean springs(int number, Moment now, String what) {
        if (victim == null || number != fatal || now != moment) {
            return false;
        }
        sprungAt = now + " of " + what;
        // Of the handle: that of the process would close the pipe that somebody reads.
        victim.toHandle().destroyForcibly();
        try {
            if (!victim.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + victim.pid() + " survives SIGKILL");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
