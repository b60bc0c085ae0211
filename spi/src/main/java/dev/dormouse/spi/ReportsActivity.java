package dev.dormouse.spi;

/** Capability: a feed of activity. */
public interface ReportsActivity {

    /**
     * Reads the whole feed. Sightings handed over before a failure stay valid: they can show that somebody is active.
     *
     * @throws ConnectorException when any part could not be read, so that what is absent means nothing
     */
    Feed readActivity(ActivitySink sink);
}
