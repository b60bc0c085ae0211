package dev.dormouse.connectors.sac;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Sighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The export of the activity log: a title, the header somewhere in the first lines, then rows. A login names its user in
 * {@code Object Name}, everything else in {@code User Name}.
 */
final class ActivityLog {

    /** The header is the third line today. */
    private static final int FIRST_LINES = 10;

    private final ActivitySink sink;
    private long records;
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    ActivityLog(ActivitySink sink) {
        this.sink = sink;
    }

    long records() {
        return records;
    }

    /** Of all rows, whatever they tell: since when the log remembers. */
    @Nullable
    Instant earliest() {
        return earliest;
    }

    @Nullable
    Instant latest() {
        return latest;
    }

    void read(Export export, InputStream content) throws IOException {
        Columns columns = null;
        Map<Long, Integer> seen = new HashMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(true)
                .ofCsvRecord(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            for (CsvRecord row : rows) {
                if (columns != null) {
                    row(export, columns, row, seen);
                } else if (row.getFields().stream()
                        .anyMatch(name -> name.strip().equalsIgnoreCase("Timestamp"))) {
                    columns = Columns.of(export, row);
                } else if (row.getStartingLineNumber() > FIRST_LINES) {
                    break;
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw export.wrong(
                    1,
                    1,
                    "not valid CSV: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        if (columns == null) {
            throw export.wrong(1, 1, "no header with Timestamp, Activity and Object Name; this is not an activity log");
        }
    }

    private void row(Export export, Columns columns, CsvRecord row, Map<Long, Integer> seen) {
        if (row.getFields().stream().allMatch(String::isBlank)) {
            return;
        }
        records++;
        boolean login = columns.activity(row).equalsIgnoreCase("Login");
        String user = login ? columns.object(row) : columns.user(row);
        Instant at = Times.find(columns.timestamp(row));
        if (at == null) {
            var problem =
                    export.problem(row.getStartingLineNumber(), columns.timestamp + 1L, "the Timestamp cannot be read");
            if (login && !user.isEmpty()) {
                sink.sighting(new Sighting.Unreadable(user, problem));
            } else {
                sink.problem(problem);
            }
            return;
        }
        earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
        latest = latest == null || at.isAfter(latest) ? at : latest;
        if (!user.isEmpty() && !columns.failed(row)) {
            sink.sighting(new Sighting.Event(user, at, login ? ActivityKind.LOGIN : ActivityKind.USE, id(row, seen)));
        }
    }

    /** Rows that are equal are events of their own; a row that another file repeats is the same event. */
    private static long id(CsvRecord row, Map<Long, Integer> seen) {
        long digest = Digest.of(row.getFields());
        int times = seen.merge(digest, 1, Integer::sum);
        return Digest.next(digest, times);
    }

    /** The places of the columns. */
    private record Columns(int object, int user, int activity, int status, int timestamp) {

        static Columns of(Export export, CsvRecord header) {
            List<String> names = header.getFields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            Columns columns = new Columns(
                    names.indexOf("object name"),
                    names.indexOf("user name"),
                    names.indexOf("activity"),
                    names.indexOf("status"),
                    names.indexOf("timestamp"));
            if (columns.object < 0 || columns.activity < 0) {
                throw export.wrong(header.getStartingLineNumber(), 1, "the header lacks Object Name or Activity");
            }
            return columns;
        }

        String object(CsvRecord row) {
            return field(row, object);
        }

        String user(CsvRecord row) {
            return field(row, user);
        }

        String activity(CsvRecord row) {
            return field(row, activity);
        }

        String timestamp(CsvRecord row) {
            return field(row, timestamp);
        }

        boolean failed(CsvRecord row) {
            String word = field(row, status).toLowerCase(Locale.ROOT);
            return word.startsWith("fail") || word.startsWith("unsuccess") || word.startsWith("error");
        }

        private static String field(CsvRecord row, int column) {
            return column < 0 || column >= row.getFieldCount()
                    ? ""
                    : row.getField(column).strip();
        }
    }
}
