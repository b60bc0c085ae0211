package dev.dormouse.observations;

import dev.dormouse.core.condition.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** From a column of a fact to its value. */
final class FactValues {

    private FactValues() {}

    /** Null for unknown. */
    static @Nullable Object read(ResultSet row, int column, Type type) throws SQLException {
        if (AskedFacts.isText(type)) {
            return row.getString(column);
        }
        long value = row.getLong(column);
        if (row.wasNull()) {
            return null;
        }
        return switch (type) {
            case BOOL -> value == 1;
            case INSTANT -> Micros.toInstant(value);
            case INT, LENGTH, TEXT, KIND, STATE -> value;
        };
    }
}
