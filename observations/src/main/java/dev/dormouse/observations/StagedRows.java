package dev.dormouse.observations;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one intake for one table: gathered column by column and handed over many at a time, which takes less than
 * half of what DuckDB's appender takes.
 */
final class StagedRows {

    /** A statement to hand over costs a millisecond; more rows than that gain nothing, and cost memory. */
    private static final int GATHERED = 16 * StagedColumn.VECTOR;

    /** Rows that are long wait for fewer others. */
    private static final long CHARACTERS_GATHERED = 8_000_000;

    private final DuckDBConnection connection;
    private final HandOver handOver;
    private final String name;
    private final String types;
    private final List<StagedColumn> columns;
    private boolean made;
    private int rows;
    private long characters;
    private int next;

    /**
     * @param types the columns with their types, as in {@code create table}
     * @param made whether the table is there already
     */
    StagedRows(DuckDBConnection connection, HandOver handOver, String name, String types, boolean made) {
        this.connection = connection;
        this.handOver = handOver;
        this.name = name;
        this.types = types;
        this.made = made;
        columns = Stream.of(types.split(",", -1)).map(StagedColumn::of).toList();
    }

    /** A row begins; append its columns in their order and end it. */
    StagedRows row() {
        next = 0;
        return this;
    }

    StagedRows append(@Nullable String text) {
        columns.get(next++).set(rows, text);
        characters += text == null ? 0 : text.length();
        return this;
    }

    StagedRows append(long number) {
        columns.get(next++).set(rows, number);
        return this;
    }

    StagedRows append(@Nullable Long number) {
        if (number == null) {
            columns.get(next++).setAbsent(rows);
            return this;
        }
        return append(number.longValue());
    }

    StagedRows append(boolean truth) {
        return append(truth ? 1L : 0L);
    }

    void endRow() throws SQLException {
        if (next != columns.size()) {
            throw new IllegalStateException(next + " values for the columns " + types);
        }
        rows++;
        if (rows == GATHERED || characters >= CHARACTERS_GATHERED) {
            finish();
        }
    }

    boolean isEmpty() {
        return !made && rows == 0;
    }

    /** Makes all rows visible to statements, in a table that is there even if it is empty. */
    void finish() throws SQLException {
        if (!made) {
            DuckDb.run(connection, "create temp table " + name + "(" + types + ")");
            made = true;
        }
        if (rows > 0) {
            handOver.insert(connection, name, columns, rows);
            rows = 0;
            characters = 0;
        }
    }
}
