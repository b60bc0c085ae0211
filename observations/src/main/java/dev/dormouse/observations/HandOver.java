package dev.dormouse.observations;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/** Gathered rows as a table function of DuckDB, which asks for them by whole columns. */
final class HandOver implements DuckDBTableFunction<HandOver.Rows, HandOver.Cursor, Object> {

    private static final String NAME = "gathered_rows";
    private static final Object NOTHING = new Object();

    private final Map<Long, Rows> waiting = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    HandOver(DuckDBConnection database) throws SQLException {
        try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
            function.withName(NAME).withParameter(long.class).withFunction(this).register(database);
        }
    }

    /** Adds the first rows of these columns to a table of that connection. */
    void insert(DuckDBConnection connection, String table, List<StagedColumn> columns, int rows) throws SQLException {
        long number = last.incrementAndGet();
        waiting.put(number, new Rows(columns, rows));
        try {
            DuckDb.run(connection, "insert into " + table + " select * from " + NAME + "(" + number + ")");
        } finally {
            waiting.remove(number);
        }
    }

    @Override
    public Rows bind(DuckDBTableFunctionBindInfo call) throws SQLException {
        Rows rows = Objects.requireNonNull(waiting.get(call.getParameter(0).getLong()));
        for (StagedColumn column : rows.columns) {
            call.addResultColumn(column.name(), column.type());
        }
        call.setCardinality(rows.count, true);
        return rows;
    }

    @Override
    public Cursor init(DuckDBTableFunctionInitInfo call) {
        call.setMaxThreads(1);
        return new Cursor();
    }

    @Override
    public Object localInit(DuckDBTableFunctionInitInfo call) {
        return NOTHING;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) {
        Rows rows = call.getBindData();
        Cursor cursor = call.getInitData();
        int piece = cursor.next++;
        int count = Math.clamp(rows.count - (long) piece * StagedColumn.VECTOR, 0, StagedColumn.VECTOR);
        if (count > 0) {
            for (int column = 0; column < rows.columns.size(); column++) {
                rows.columns.get(column).write(piece, count, chunk.vector(column));
            }
        }
        return count;
    }

    /** What one statement takes. */
    record Rows(List<StagedColumn> columns, int count) {}

    /** How far a statement has come. */
    static final class Cursor {
        private int next;
    }
}
