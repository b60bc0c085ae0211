package dev.dormouse.observations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** The values of one column of gathered rows, in pieces of the length that DuckDB takes at once. */
abstract sealed class StagedColumn {

    /** DuckDB's standard length of a vector. */
    static final int VECTOR = 2048;

    private final String name;
    private final DuckDBColumnType type;

    private StagedColumn(String name, DuckDBColumnType type) {
        this.name = name;
        this.type = type;
    }

    /** @param declared name and type, as in {@code create table} */
    static StagedColumn of(String declared) {
        String[] parts = declared.strip().split(" ", 2);
        return parts[1].equals("varchar") ? new Texts(parts[0]) : new Numbers(parts[0]);
    }

    final String name() {
        return name;
    }

    /** What the values are handed over as; the table casts them to its own type. */
    final DuckDBColumnType type() {
        return type;
    }

    void set(int row, @Nullable String text) {
        throw new IllegalStateException("column " + name + " takes no text");
    }

    void set(int row, long number) {
        throw new IllegalStateException("column " + name + " takes no number");
    }

    abstract void setAbsent(int row);

    /** Writes so many rows of the piece with that number. */
    abstract void write(int piece, int rows, DuckDBWritableVector vector);

    private static final class Texts extends StagedColumn {

        private final List<@Nullable String[]> pieces = new ArrayList<>();

        Texts(String name) {
            super(name, DuckDBColumnType.VARCHAR);
        }

        @Override
        void set(int row, @Nullable String text) {
            if (row == pieces.size() * VECTOR) {
                pieces.add(new String[VECTOR]);
            }
            pieces.get(row / VECTOR)[row % VECTOR] = text;
        }

        @Override
        void setAbsent(int row) {
            set(row, null);
        }

        @Override
        void write(int piece, int rows, DuckDBWritableVector vector) {
            @Nullable String[] texts = pieces.get(piece);
            // What is left behind them of an earlier block would be copied too.
            Arrays.fill(texts, rows, VECTOR, null);
            vector.setStrings(0, texts);
        }
    }

    /** Truth values too, as 1 and 0. */
    private static final class Numbers extends StagedColumn {

        private final List<long[]> pieces = new ArrayList<>();
        private final BitSet absent = new BitSet();

        Numbers(String name) {
            super(name, DuckDBColumnType.BIGINT);
        }

        @Override
        void set(int row, long number) {
            if (row == pieces.size() * VECTOR) {
                pieces.add(new long[VECTOR]);
            }
            pieces.get(row / VECTOR)[row % VECTOR] = number;
            absent.clear(row);
        }

        @Override
        void setAbsent(int row) {
            set(row, 0);
            absent.set(row);
        }

        @Override
        void write(int piece, int rows, DuckDBWritableVector vector) {
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
