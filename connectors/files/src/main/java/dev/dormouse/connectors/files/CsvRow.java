package dev.dormouse.connectors.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row that is being read; one object for all rows. Only fields that somebody wants become strings. */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final List<@Nullable String> fields = new ArrayList<>();
    private final BitSet kept = new BitSet();
    private boolean lastQuoted;
    private boolean lastTruth;
    private boolean blank;
    private long line = 1;

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        fields.clear();
        blank = true;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        boolean wanted = kept.isEmpty() || kept.get(index);
        fields.add(wanted ? new String(buffer, offset, length).strip() : null);
        lastQuoted = quoted;
        lastTruth = isTruth(buffer, offset, length);
        blank &= isBlank(buffer, offset, length);
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    /** From now on only such columns are kept. */
    void keep(int index) {
        kept.set(index);
    }

    /** The line on which the row begins, from 1. */
    long line() {
        return line;
    }

    int count() {
        return fields.size();
    }

    boolean lastQuoted() {
        return lastQuoted;
    }

    boolean provesItsEnd() {
        return lastQuoted || lastTruth;
    }

    /** A line with nothing on it but white space; a row of empty fields is a row, and so are zeros where data were lost. */
    boolean blank() {
        return blank && fields.size() <= 1;
    }

    /** The stripped field; empty for a column that there is not. */
    String text(int index) {
        return index < 0 || index >= fields.size() ? "" : Objects.requireNonNull(fields.get(index));
    }

    /** All fields; only for the header. */
    List<String> all() {
        return fields.stream().map(field -> field == null ? "" : field).toList();
    }

    private static boolean isBlank(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] > ' ' || buffer[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTruth(char[] buffer, int offset, int length) {
        if (length != 4 && length != 5) {
            return false;
        }
        return Truth.of(new String(buffer, offset, length)) != Truth.NEITHER;
    }
}
