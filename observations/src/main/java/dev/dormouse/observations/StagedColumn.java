package dev.dormouse.observations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** The values of one column of gathered rows, in pieces of the length that DuckDB takes at once. */
sealed interface StagedColumn {

    /** DuckDB's standard length of a vector. */
    int VECTOR = 2048;

    String name();

    /** What the values are handed over as; the table casts them to its own type. */
    DuckDBColumnType type();

    default void set(int row, @Nullable String text) {
        throw new IllegalStateException("column " + name() + " takes no text");
    }

    default void set(int row, long number) {
        throw new IllegalStateException("column " + name() + " takes no number");
    }

    void setAbsent(int row);

    /** Writes so many rows of the piece with that number. */
    void write(int piece, int rows, DuckDBWritableVector vector);

    /** @param declared name and type, as in {@code create table} */
    static StagedColumn of(String declared) {
        String[] parts = declared.strip().split(" ", 2);
        return parts[1].equals("varchar") ? new Texts(parts[0]) : new Numbers(parts[0]);
    }

    final class Texts implements StagedColumn {

        private final String name;
        private final List<@Nullable String[]> pieces = new ArrayList<>();

        private Texts(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public DuckDBColumnType type() {
            return DuckDBColumnType.VARCHAR;
        }

        @Override
        public void set(int row, @Nullable String text) {
            if (row == pieces.size() * VECTOR) {
                pieces.add(new String[VECTOR]);
            }
            pieces.get(row / VECTOR)[row % VECTOR] = text;
        }

        @Override
        public void setAbsent(int row) {
            set(row, null);
        }

        @Override
        public void write(int piece, int rows, DuckDBWritableVector vector) {
            @Nullable String[] texts = pieces.get(piece);
            // What is left behind them of an earlier block would be copied too.
            Arrays.fill(texts, rows, VECTOR, null);
            vector.setStrings(0, texts);
        }
    }

    /** Truth values too, as 1 and 0. */
    final class Numbers implements StagedColumn {

        private final String name;
        private final List<long[]> pieces = new ArrayList<>();
        private final BitSet absent = new BitSet();

        private Numbers(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public DuckDBColumnType type() {
            return DuckDBColumnType.BIGINT;
        }

        @Override
        public void set(int row, long number) {
            if (row == pieces.size() * VECTOR) {
                pieces.add(new long[VECTOR]);
            }
            pieces.get(row / VECTOR)[row % VECTOR] = number;
            absent.clear(row);
        }

        @Override
        public void setAbsent(int row) {
            set(row, 0);
            absent.set(row);
        }

        @Override
        public void write(int piece, int rows, DuckDBWritableVector vector) {
            long[] numbers = pieces.get(piece);
            for (int row = 0; row < rows; row++) {
                if (absent.get(piece * VECTOR + row)) {
                    vector.setNull(row);
                } else {
                    vector.setLong(row, numbers[row]);
                }
            }
        }
    }
}
