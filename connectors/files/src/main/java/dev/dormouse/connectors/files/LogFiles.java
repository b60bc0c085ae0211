package dev.dormouse.connectors.files;

import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.FileStore.StoredFile;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.LogEntry.Summary;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.ShowsLog;
import java.io.IOException;
import java.util.zip.CRC32;

/** Logs of any vendor, read with a mapping. */
final class LogFiles implements FilesConnector, ReportsActivity, ShowsLog {

    private final FilesConfig config;
    private final LogConfig log;
    private final FilesClient client;

    LogFiles(FilesConfig config, LogConfig log, FilesClient client) {
        this.config = config;
        this.log = log;
        this.client = client;
    }

    @Override
    public long bytes() {
        return client.bytes();
    }

    @Override
    public Feed readActivity(ActivitySink sink) {
        LogReader reader = new LogReader(log, client.now(), true);
        LogIntake intake = new LogIntake(sink);
        Listing read = client.readAll(file -> {
            intake.begin(file);
            Row.End end = reader.read(file, intake);
            if (end != Row.End.WHOLE) {
                throw intake.cutOff();
            }
        });
        intake.refuseFailuresAlone();
        return intake.feed(config.asOf() != null, read);
    }

    @Override
    public Summary showLog(LogSink sink) {
        LogReader reader = new LogReader(log, client.now(), false);
        LogShow show = new LogShow(sink);
        for (StoredFile stored : client.find()) {
            show(stored, reader, show);
        }
        return show.summary();
    }

    private static void show(StoredFile stored, LogReader reader, LogShow show) {
        if (stored.size() == 0) {
            show.empty(stored.name());
            return;
        }
        try (FeedFile file = FeedFile.open(stored, new CRC32())) {
            show.begin(file);
            show.end(reader.read(file, show));
        } catch (IOException e) {
            throw FilesClient.notReadable(stored.name(), e);
        }
    }
}
