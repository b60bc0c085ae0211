package dev.dormouse.core.observations;

import dev.dormouse.spi.ActivitySink;

/** Takes one feed. What was handed over before a failure is kept: it can show that somebody is active. */
public interface FeedIntake extends ActivitySink, Intake, AutoCloseable {

    @Override
    void close();
}
