package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;

class DuckDbTest {

    /** Even one that no code expects: else a list that was cut off could take the place of the old one. */
    @Test
    void whatever_breaks_a_transaction_takes_all_of_it_back() throws SQLException {
        try (DuckDb database = DuckDb.inMemory();
                DuckDBConnection connection = database.connect()) {
            database.run("create table kept(number bigint)");
            assertThatThrownBy(() -> DuckDb.inTransaction(connection, () -> {
                        DuckDb.run(connection, "insert into kept values (1)");
                        throw new OutOfMemoryError("thrown by a test");
                    }))
                    .isInstanceOf(OutOfMemoryError.class);
            assertThat(database.number("select count(*) from kept")).isZero();
        }
    }

    @Test
    void a_list_that_cannot_be_begun_leaves_nothing_open() throws SQLException {
        try (DuckDb database = DuckDb.inMemory();
                DuckDbObservations observations = DuckDbObservations.on(database)) {
            database.run("insert into account(application, account) values ('github/acme', 'user-0001')");
            try (StagedAccounts first = new StagedAccounts(database, "github/acme")) {
                assertThatThrownBy(() -> observations.accounts("github/acme"))
                        .isInstanceOf(ObservationsException.class);
                first.complete();
            }
            assertThat(database.number("select count(*) from account")).isZero();
            try (StagedAccounts again = new StagedAccounts(database, "github/acme")) {
                again.complete();
            }
        }
    }
}
