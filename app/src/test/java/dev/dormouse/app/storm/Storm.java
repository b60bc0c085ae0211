package dev.dormouse.app.storm;

import java.time.Duration;
import java.util.List;

/** Where the program is killed, and what happens until it is started again. */
interface Storm {

    /** The kills of one command, in order; each but the last is followed by a start of the same command. */
    List<Kill> kills(String name);

    /** Whether the kill that was just tried found the program alive. */
    default void struck(boolean killed) {}

    /** How long the program lies dead. */
    Duration pause();

    /** Whether something that happens outside happens in that time. */
    boolean meanwhile();
}
