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

    private final ActivityFormat format;
    private final String account;
    private final FilesClient client;

    ActivityFiles(ActivityFormat format, String account, FilesClient client) {
        this.format = format;
        this.account = account;
        this.client = client;
    }

    @Override
    public Feed readActivity(ActivitySink sink) {
        ActivityReader reader = format.reader(new Reading(sink, client.instants(), account));
        Listing read = client.readAll(reader);
        Summary summary = reader.summary();
        return new Feed(
                read.asOf(),
                completeFrom(summary, read.asOf()),
                format.absence(),
                summary.records(),
                read.fingerprint());
    }

    private @Nullable Instant completeFrom(Summary summary, Instant asOf) {
        return switch (format) {
            // A log without events proves nothing about any time before it was written.
            case GITHUB_AUDIT_LOG -> summary.earliest() == null ? asOf : summary.earliest();
            case GITHUB_DORMANT_REPORT, GITHUB_PEOPLE_PAGE, AUTH0_USERS -> null;
        };
    }
}
