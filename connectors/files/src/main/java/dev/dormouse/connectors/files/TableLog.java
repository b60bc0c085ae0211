package dev.dormouse.connectors.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.dormouse.connectors.files.LogReader.Task;
import dev.dormouse.connectors.files.mapping.Extraction;
import dev.dormouse.connectors.files.mapping.Finding;
import dev.dormouse.connectors.files.mapping.Mapping;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A log as a table: commas, semicolons, tabs or bars. What stands above the names of the columns is passed over; they are
 * in the first row where the mapping finds accounts and times.
 */
final class TableLog {

    /** So deep the names of the columns may lie, and so many rows are looked at to recognise the format. */
    private static final int SAMPLE = 40;

    private final FeedFile file;

    TableLog(FeedFile file) {
        this.file = file;
    }

    Row.End read(LogReader reader, Row.Sink sink) throws IOException {
        WatchedText text = WatchedText.of(file);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(file.start()))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            return read(csv.iterator(), text, reader, sink);
        } catch (CsvParseException | UncheckedIOException broken) {
            return broken(broken, sink);
        }
    }

    private Row.End read(Iterator<CsvRecord> rows, WatchedText text, LogReader reader, Row.Sink sink) {
        List<CsvRecord> first = new ArrayList<>();
        while (first.size() < SAMPLE && rows.hasNext()) {
            first.add(rows.next());
        }
        Task task = reader.recognise(file, sink, extraction -> sample(first, extraction));
        Mapping.Reading reading = task.mapping().new Reading(task.now());
        Extraction extraction = new Extraction(
                task.mapping(),
                task.ids(),
                (values, line, column) -> sink.found(new Row(line, column, reading.of(values))));
        int header = header(first, extraction);
        if (header < 0) {
            throw file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    1,
                    1,
                    "no row names columns in which " + task.mapping().name() + " finds accounts and times");
        }
        Records records = new Records(first.get(header).getFields(), extraction, sink);
        first.subList(header + 1, first.size()).forEach(records::row);
        rows.forEachRemaining(records::row);
        return records.end(text);
    }

    private static void sample(List<CsvRecord> rows, Extraction extraction) {
        int header = header(rows, extraction);
        for (int i = header + 1; header >= 0 && i < rows.size(); i++) {
            extraction.row(rows.get(header).getFields(), rows.get(i).getFields(), i);
        }
    }

    private static int header(List<CsvRecord> rows, Extraction extraction) {
        for (int i = 0; i < rows.size(); i++) {
            if (extraction.fits(rows.get(i).getFields())) {
                return i;
            }
        }
        return -1;
    }

    /** The mark that the first lines have most of. */
    private static char separator(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8);
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            long count = text.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static Row.End broken(RuntimeException broken, Row.Sink sink) throws IOException {
        Throwable cause = broken.getCause();
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return Row.End.CUT_OFF;
        }
        if (cause instanceof IOException io) {
            throw io;
        }
        String reason = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
        sink.found(new Row(1, 0, new Finding.Unreadable(null, "not a table from here on: " + reason)));
        return Row.End.CUT_OFF;
    }

    /** The rows below the names of the columns. */
    private static final class Records {

        private final List<String> header;
        private final Extraction extraction;
        private final Row.Sink sink;
        private boolean complete = true;
        private @Nullable CsvRecord last;

        Records(List<String> header, Extraction extraction, Row.Sink sink) {
            this.header = header;
            this.extraction = extraction;
            this.sink = sink;
        }

        void row(CsvRecord row) {
            List<String> fields = row.getFields();
            if (fields.size() <= 1 && fields.getFirst().isBlank()) {
                return;
            }
            last = row;
            complete = fields.size() >= header.size();
            boolean extra = fields.stream().skip(header.size()).anyMatch(field -> !field.isBlank());
            if (complete && !extra) {
                extraction.row(header, fields, row.getStartingLineNumber());
                return;
            }
            sink.found(new Row(
                    row.getStartingLineNumber(),
                    0,
                    new Finding.Unreadable(
                            null, "the row has " + fields.size() + " fields and the header has " + header.size())));
        }

        Row.End end(WatchedText text) {
            if (last == null) {
                return Row.End.CUT_OFF;
            }
            if (text.endedWithoutLineEnd()) {
                return complete ? Row.End.DOUBTFUL : Row.End.CUT_OFF;
            }
            return text.endedInQuotes() ? Row.End.CUT_OFF : Row.End.WHOLE;
        }
    }
}
