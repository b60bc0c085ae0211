package dev.dormouse.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is rendered and prepared once, for what happens a hundred thousand times in one transaction; and not
 * before it is needed, so that a reader does not pay for it. The connection closes it.
 */
final class Prepared {

    private final Connection connection;
    private final Faults faults;
    private final Supplier<Query> query;
    private @Nullable PreparedStatement statement;

    Prepared(Connection connection, Faults faults, Supplier<Query> query) {
        this.connection = connection;
        this.faults = faults;
        this.query = query;
    }

    /** The number of rows that were changed. */
    int run(@Nullable Object... values) {
        try {
            return bind(values).executeUpdate();
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    /** The first column of the first row; null where there is no row. */
    @Nullable
    Long number(@Nullable Object... values) {
        try (ResultSet rows = bind(values).executeQuery()) {
            return rows.next() ? rows.getLong(1) : null;
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    private PreparedStatement bind(@Nullable Object[] values) throws SQLException {
        PreparedStatement ready = statement;
        if (ready == null) {
            ready = connection.prepareStatement(query.get().getSQL());
            statement = ready;
        }
        for (int i = 0; i < values.length; i++) {
            ready.setObject(i + 1, values[i]);
        }
        return ready;
    }
}
