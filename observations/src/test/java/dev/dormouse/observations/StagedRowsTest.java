package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagedRowsTest {

    private static final String TYPES = "place bigint, name varchar, small tinyint, truth boolean";

    /** About the length of a vector, and about what is handed over at a time. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2047, 2048, 2049, 32_767, 32_768, 32_769, 70_000})
    void every_row_arrives_with_its_values(int rows) throws SQLException {
        try (DuckDb database = DuckDb.inMemory();
                Staging staging = new Staging(database)) {
            StagedRows staged = staging.rows("staged", TYPES);
            for (long place = 0; place < rows; place++) {
                append(staged, place);
            }
            staged.finish();
            try (Statement statement = staging.connection().createStatement();
                    ResultSet found = statement.executeQuery("select * from staged order by place")) {
                for (long place = 0; place < rows; place++) {
                    assertThat(found.next()).isTrue();
                    assertThat(found.getLong(1)).isEqualTo(place);
                    assertThat(found.getString(2)).isEqualTo(name(place));
                    assertThat(found.getObject(3)).isEqualTo(place % 5 == 0 ? null : (byte) (place % 5));
                    assertThat(found.getBoolean(4)).isEqualTo(place % 2 == 0);
                }
                assertThat(found.next()).isFalse();
            }
        }
    }

    private static void append(StagedRows staged, long place) throws SQLException {
        staged.row()
                .append(place)
                .append(name(place))
                .append(place % 5 == 0 ? null : Long.valueOf(place % 5))
                .append(place % 2 == 0)
                .endRow();
    }

    private static @Nullable String name(long place) {
        return place % 3 == 0 ? null : "user-" + place + (place % 7 == 0 ? " \ud83d\udc2d ß" : "");
    }

    @Test
    void long_rows_do_not_wait_for_many() throws SQLException {
        try (DuckDb database = DuckDb.inMemory();
                Staging staging = new Staging(database)) {
            StagedRows staged = staging.rows("staged", "name varchar");
            for (int row = 0; row < 9; row++) {
                staged.row().append("x".repeat(1_000_000)).endRow();
            }
            try (Statement statement = staging.connection().createStatement();
                    ResultSet found = statement.executeQuery("select count(*), sum(length(name)) from staged")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getLong(1)).isEqualTo(8);
                assertThat(found.getLong(2)).isEqualTo(8_000_000);
            }
        }
    }

    @Test
    void a_row_that_lacks_a_column_is_refused() throws SQLException {
        try (DuckDb database = DuckDb.inMemory();
                Staging staging = new Staging(database)) {
            StagedRows begun = staging.rows("staged", TYPES).row().append(1L);
            assertThatThrownBy(begun::endRow).hasMessageContaining("1 values for the columns " + TYPES);
        }
    }

    @Test
    void what_was_not_completed_leaves_no_trace_in_a_table_that_was_there() throws SQLException {
        try (DuckDb database = DuckDb.inMemory()) {
            database.run("create table kept(" + TYPES + ")");
            try (Staging staging = new Staging(database)) {
                StagedRows staged = staging.rowsOf("kept", TYPES);
                for (long place = 0; place < 40_000; place++) {
                    append(staged, place);
                }
                staged.finish();
            }
            assertThat(database.number("select count(*) from kept")).isZero();
        }
    }
}
