package dev.dormouse.connectors.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Problem;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipException;

/**
 * A CSV file with a header, row by row; columns are found by name, in any order and case. Positions are line and number
 * of the column in the table, because that is what a spreadsheet shows.
 *
 * <p>A last row without a line end is taken for whole only where its last field cannot have lost anything: a truth value
 * or a field in quotes. Everything that writes these exports ends each row with a line end.
 */
final class CsvTable implements Closeable {

    private final FeedFile file;
    private final WatchedText text;
    private final CsvReader<CsvRow> reader;
    private final CloseableIterator<CsvRow> rows;
    private final CsvRow row = new CsvRow();
    private final List<String> header;

    private CsvTable(FeedFile file) throws IOException {
        this.file = file;
        text = WatchedText.of(file);
        reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(row, text);
        rows = reader.iterator();
        header = advance()
                ? row.all().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }

    /** Reads the header. */
    static CsvTable open(FeedFile file) throws IOException {
        return new CsvTable(file);
    }

    /** The names of the columns, stripped and in lower case. */
    List<String> header() {
        return header;
    }

    /** The place of a column, whose values are kept from now on; -1 where there is none. */
    int column(String name) {
        int index = header.indexOf(name);
        int again = header.lastIndexOf(name);
        if (again != index) {
            throw file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    row.line(),
                    again + 1L,
                    "the header has the column " + name + " twice, and nobody knows which is true; export it again");
        }
        if (index >= 0) {
            row.keep(index);
        }
        return index;
    }

    /** Whether the line read last ends with the file, so that nobody knows whether it is whole. */
    boolean endsOpen() {
        return text.endedWithoutLineEnd();
    }

    /** Goes to the next row that is not blank; false at the end. */
    boolean next() throws IOException {
        if (!advance()) {
            return false;
        }
        if (endsOpen() && !(row.count() == header.size() && row.provesItsEnd())) {
            throw cutOff();
        }
        return true;
    }

    private boolean advance() throws IOException {
        try {
            do {
                if (!rows.hasNext()) {
                    return false;
                }
                rows.next();
            } while (row.blank());
        } catch (CsvParseException broken) {
            throw broken(broken);
        } catch (UncheckedIOException broken) {
            IOException cause = Objects.requireNonNull(broken.getCause());
            if (cause instanceof EOFException || cause instanceof ZipException) {
                throw packedCutOff();
            }
            throw cause;
        }
        if (text.endedInQuotedField() && row.lastQuoted()) {
            throw cutOff();
        }
        return true;
    }

    CsvRow row() {
        return row;
    }

    /** Whether the row has as many fields as the header. */
    boolean complete() {
        return row.count() == header.size();
    }

    Problem problem(int column, String what) {
        return file.problem(row.line(), column + 1L, what);
    }

    Problem wrongCount() {
        return problem(0, "the row has " + row.count() + " fields and the header has " + header.size());
    }

    ConnectorException cutOff() {
        return file.cutOff(row.line(), row.count(), "its last row is not whole, or lacks its line end");
    }

    private ConnectorException packedCutOff() {
        return file.cutOff(row.line(), 1, "the compressed data are not whole");
    }

    private ConnectorException broken(CsvParseException broken) {
        Throwable cause = broken.getCause();
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return packedCutOff();
        }
        String reason = String.valueOf((cause == null ? broken : cause).getMessage())
                .lines()
                .findFirst()
                .orElse("");
        return file.fault(
                FilesErrorCode.FILES_WRONG_FORMAT,
                row.line(),
                1,
                "not valid CSV from the row that begins here: " + reason + "; export it again");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
