package dev.dormouse.observations;

import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.AccountRecord;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Gathers a list of accounts in a temporary table, and puts it in the place of the old one when it is whole. */
final class StagedAccounts implements AccountIntake {

    private static final String STAGE = """
            create temp table staged(place bigint, account varchar, login varchar, remote_id varchar, kind varchar,
                email varchar, created bigint, holds varchar)
            """;

    /** An account that is listed twice keeps its first spelling and holds what any of its rows holds. */
    private static final String PUBLISH = """
            insert into account
            select ?, account, arg_min(login, place), arg_min(remote_id, place), arg_min(kind, place),
                arg_min(email, place), max(created), string_agg(holds, '')
            from staged group by account
            """;

    private final String application;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private long place;

    StagedAccounts(DuckDb database, String application) throws SQLException {
        this.application = application;
        connection = database.connect();
        DuckDb.run(connection, STAGE);
        appender = Staging.appender(connection, "staged");
    }

    @Override
    public void accept(AccountRecord listed) {
        try {
            appender.beginRow()
                    .append(place++)
                    .append(new SubjectKey(application, listed.login()).account())
                    .append(listed.login())
                    .append(listed.remoteId())
                    .append(listed.kind().name())
                    .append(listed.email())
                    .append(Micros.ofNullable(listed.created()))
                    .append(Held.joined(listed.holds()))
                    .endRow();
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking account " + listed.login() + " of " + application, failure);
        }
    }

    @Override
    public void complete() {
        try {
            appender.flush();
            DuckDb.inTransaction(connection, () -> {
                update("delete from account where application = ?");
                update(PUBLISH);
            });
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking the accounts of " + application, failure);
        }
    }

    private void update(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, application);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        Staging.close(appender, connection);
    }
}
