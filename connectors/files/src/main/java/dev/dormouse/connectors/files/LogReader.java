package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.Recogniser.Choice;
import dev.dormouse.connectors.files.Recogniser.Sample;
import dev.dormouse.connectors.files.mapping.Mapping;
import dev.dormouse.spi.ConnectorException;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;

/** Reads the files of a log, whatever their form: JSON, a table, Parquet, or the lines of a server. */
final class LogReader {

    private final LogConfig config;
    private final Recogniser recogniser;
    private final Instant now;
    private final boolean ids;

    /** @param ids whether events are to be told apart, which takes longer where the vendor does not number them */
    LogReader(LogConfig config, Instant now, boolean ids) {
        this.config = config;
        this.recogniser = new Recogniser(config);
        this.now = now;
        this.ids = ids;
    }

    /** What a form of files needs to know. */
    record Task(Mapping mapping, Instant now, boolean ids) {}

    Row.End read(FeedFile file, Row.Sink sink) throws IOException {
        byte[] start = file.start();
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'A' && start[2] == 'R' && start[3] == '1') {
            return new ParquetLog(file).read(this, sink);
        }
        return switch (file.looks()) {
            case BLANK, HTML, ZIP -> throw file.notA("a log as JSON, JSON lines, CSV or Parquet");
            case JSON -> new JsonLog(file).read(this, sink);
            case TEXT -> text(start, file, sink);
        };
    }

    private Row.End text(byte[] start, FeedFile file, Row.Sink sink) throws IOException {
        if (JsonLog.begins(start)) {
            return new JsonLog(file).read(this, sink);
        }
        return ServerLog.begins(start) ? new ServerLog(file).read(this, sink) : new TableLog(file).read(this, sink);
    }

    /**
     * @param sample the first records of the file
     * @throws ConnectorException where no mapping fits
     */
    Task recognise(FeedFile file, Row.Sink sink, Sample sample) {
        Choice choice = recogniser.choose(sample);
        if (choice.empty()) {
            throw file.fault(
                    FilesErrorCode.FILES_EMPTY,
                    1,
                    1,
                    "it holds no record, so that nobody can tell its format; export it again, or name its mapping");
        }
        if (choice.mapping() == null) {
            String names = config.known().stream().map(Mapping::name).collect(Collectors.joining(", "));
            throw file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    1,
                    1,
                    "its records are of no format that is known; name a mapping (" + names
                            + ") or write one of your own in a few lines of YAML (docs/activity.md)");
        }
        sink.reads(choice.mapping(), choice.reason());
        return new Task(choice.mapping(), now, ids);
    }
}
