package dev.dormouse.connectors.sac;

import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.ReportsActivity;
import java.time.Instant;

/** The activity log, and the listing of content. */
final class SacFeed implements SacConnector, ReportsActivity {

    private final SacConfig config;
    private final SacClient client;

    SacFeed(SacConfig config, SacClient client) {
        this.config = config;
        this.client = client;
    }

    @Override
    public Feed readActivity(ActivitySink sink) {
        ActivityLog log = new ActivityLog(sink);
        ContentListing listing = new ContentListing(sink);
        SacClient.Read activities = client.readAll(config.activities(), log::read);
        SacClient.Read content = client.readAll(config.content(), listing::read);
        Instant now = client.now();
        Instant written = config.activities().isEmpty()
                ? content.asOf(config.asOf(), now)
                : asOf(log, activities.asOf(config.asOf(), now));
        return new Feed(
                written,
                config.activities().isEmpty() ? null : log.earliest() == null ? written : log.earliest(),
                Absence.NOTHING_SEEN,
                log.records() + listing.records(),
                activities.fingerprint() + content.fingerprint());
    }

    /** A log that was cut off between two lines looks whole: without somebody's word it tells nothing after its last row. */
    private Instant asOf(ActivityLog log, Instant read) {
        Instant latest = log.latest();
        return config.asOf() != null || latest == null || latest.isAfter(read) ? read : latest;
    }
}
