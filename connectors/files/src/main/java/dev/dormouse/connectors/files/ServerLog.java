package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.LogReader.Task;
import dev.dormouse.connectors.files.mapping.Extraction;
import dev.dormouse.connectors.files.mapping.Finding;
import dev.dormouse.connectors.files.mapping.Mapping;
import dev.dormouse.connectors.files.mapping.ServerLine;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The ordinary log of a server, of whose lines a few are Keycloak's events. Every other line, those of a stack trace too, is
 * none of anybody's activity.
 */
final class ServerLog {

    /** Among so many lines one of Keycloak's is looked for; it starts with about a hundred. */
    private static final int SAMPLE = 2000;

    private final FeedFile file;

    ServerLog(FeedFile file) {
        this.file = file;
    }

    static boolean begins(byte[] start) {
        return new String(start, StandardCharsets.UTF_8).lines().anyMatch(line -> ServerLine.of(line) != null);
    }

    Row.End read(LogReader reader, Row.Sink sink) throws IOException {
        WatchedText text = WatchedText.of(file);
        try {
            BufferedReader lines = new BufferedReader(text);
            List<String> first = first(lines);
            Task task = reader.recognise(file, sink, extraction -> sample(first, extraction));
            Records records = new Records(task, sink);
            first.forEach(records::line);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.line(line);
            }
        } catch (EOFException | ZipException _) {
            return Row.End.CUT_OFF;
        }
        return text.endedWithoutLineEnd() ? Row.End.DOUBTFUL : Row.End.WHOLE;
    }

    private static List<String> first(BufferedReader lines) throws IOException {
        List<String> first = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            first.add(line);
            if (first.size() == SAMPLE) {
                break;
            }
        }
        return first;
    }

    private static void sample(List<String> lines, Extraction extraction) {
        for (String written : lines) {
            ServerLine line = ServerLine.of(written);
            if (line != null && line.isKeycloak()) {
                Records.tell(line.values(), extraction, 1);
            }
        }
    }

    /** The lines, one after the other. */
    private static final class Records {

        private final Extraction extraction;
        private final Row.Sink sink;
        private long number;

        Records(Task task, Row.Sink sink) {
            Mapping.Reading reading = task.mapping().new Reading(task.now());
            this.extraction = new Extraction(
                    task.mapping(),
                    task.ids(),
                    (values, line, column) -> sink.found(new Row(line, column, reading.of(values))));
            this.sink = sink;
        }

        void line(String written) {
            number++;
            if (written.isBlank()) {
                return;
            }
            ServerLine line = ServerLine.of(written);
            if (line == null) {
                sink.found(new Row(number, 0, new Finding.Other(null)));
            } else if (!tell(line.values(), extraction, number)) {
                sink.found(new Row(number, 0, new Finding.Unreadable(null, "the event breaks off before its user")));
            }
        }

        static boolean tell(@Nullable Map<String, String> values, Extraction extraction, long number) {
            if (values == null) {
                return false;
            }
            extraction.row(List.copyOf(values.keySet()), List.copyOf(values.values()), number);
            return true;
        }
    }
}
