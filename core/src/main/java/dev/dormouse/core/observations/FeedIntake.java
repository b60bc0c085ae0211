package dev.dormouse.core.observations;

import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Problem;
import java.util.List;

/** Takes one feed. What was handed over before a failure is kept: it can show that somebody is active. */
public interface FeedIntake extends ActivitySink, AutoCloseable {

    /** Records that could not be read, assigned to an account or not. */
    long unreadable();

    /** Those of them that could not be assigned to an account: they could be anybody's. */
    long unassigned();

    /** The first of the unreadable, a hundred at most. */
    List<Problem> problems();

    @Override
    void close();
}
