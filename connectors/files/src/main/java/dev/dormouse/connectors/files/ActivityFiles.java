package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.ActivityReader.Summary;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.ReportsActivity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Files that tell when accounts were active. */
final class ActivityFiles implements FilesConnector, ReportsActivity {

    /** A row of the dormant report tells of an account as well; that makes its bytes the dearest. */
    private static final long OF_ACCOUNTS = 3;

    private final ActivityFormat format;
    private final FilesConfig config;
    private final FilesClient client;

    ActivityFiles(ActivityFormat format, FilesConfig config, FilesClient client) {
        this.format = format;
        this.config = config;
        this.client = client;
    }

    @Override
    public long bytes() {
        return client.bytes() * (format == ActivityFormat.GITHUB_DORMANT_REPORT ? OF_ACCOUNTS : 1);
    }

    @Override
    public Feed readActivity(ActivitySink sink) {
        ActivityReader reader = format.reader(new Reading(sink, client.instants(), config.account()));
        Listing read = client.readAll(reader);
        Summary summary = reader.summary();
        return new Feed(
                asOf(summary, read.asOf()),
                completeFrom(summary, read.asOf()),
                format.absence(),
                summary.records(),
                read.fingerprint());
    }

    /**
     * A log of lines that was cut off between two of them looks whole, and what happened since would be missing: without
     * somebody's word it tells of nothing after its last event.
     */
    private Instant asOf(Summary summary, Instant read) {
        Instant latest = summary.latest();
        return config.asOf() != null || latest == null || latest.isAfter(read) ? read : latest;
    }

    private @Nullable Instant completeFrom(Summary summary, Instant asOf) {
        return switch (format) {
            // A log without events proves nothing about any time before it was written.
            case GITHUB_AUDIT_LOG -> summary.earliest() == null ? asOf : summary.earliest();
            case GITHUB_DORMANT_REPORT, GITHUB_PEOPLE_PAGE, AUTH0_USERS -> null;
        };
    }
}
