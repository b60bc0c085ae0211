package dev.dormouse.observations;

import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/** Puts a list of accounts in the place of the old one, in one transaction, which is taken back unless the list is whole. */
final class StagedAccounts implements AccountIntake {

    private static final String LISTED =
            "application varchar, account varchar, login varchar, remote_id varchar, kind varchar,"
                    + " email varchar, created bigint, holds varchar, state varchar, manager varchar";

    private static final String ATTRIBUTES = "place bigint, account varchar, name varchar, value varchar";

    private static final String FORGET = "delete from account where application = ?";

    private static final String NAMES_EACH_ONCE =
            "select count(distinct account) = count(*) from account where application = ?";

    /** An account that is listed twice keeps its first spelling and holds what any of its rows holds. */
    private static final String SUM_UP = """
            insert into summed
            select application, account, arg_min(login, rowid), arg_min(remote_id, rowid), arg_min(kind, rowid),
                arg_min(email, rowid), max(created), string_agg(holds, ''), arg_min(state, rowid),
                arg_min(manager, rowid)
            from account where application = ? group by application, account
            """;

    private static final String PUBLISH_ATTRIBUTES = """
            insert into account_attribute
            select ?, account, name, arg_min(value, place) from described group by account, name
            """;

    private static final String PUBLISH_ALIASES = """
            insert into person_alias select distinct ?, 0, account, lower(trim(address)) from aliased
            """;

    private final String application;
    private final Staging staging;
    private final StagedRows accounts;
    private final StagedRows attributes;
    private final StagedRows aliases;
    private long place;
    private List<String> held = List.of();
    private String heldJoined = "";

    StagedAccounts(DuckDb database, String application) throws SQLException {
        this.application = application;
        staging = new Staging(database);
        accounts = staging.rowsOf("account", LISTED);
        attributes = staging.rows("described", ATTRIBUTES);
        aliases = staging.rows("aliased", RollUp.ALIASED);
        try {
            update(FORGET);
        } catch (SQLException failure) {
            close();
            throw failure;
        }
    }

    @Override
    public void accept(AccountRecord listed) {
        try {
            String account = new SubjectKey(application, listed.login()).account();
            AccountDetails details = listed.details();
            accounts.row()
                    .append(application)
                    .append(account)
                    .append(listed.login())
                    .append(listed.remoteId())
                    .append(listed.kind().name())
                    .append(listed.email())
                    .append(Micros.ofNullable(listed.created()))
                    .append(joined(listed.holds()))
                    .append(details.state().name())
                    .append(details.manager())
                    .endRow();
            place++;
            for (Map.Entry<String, String> attribute : details.attributes().entrySet()) {
                attributes
                        .row()
                        .append(place)
                        .append(account)
                        .append(attribute.getKey())
                        .append(attribute.getValue())
                        .endRow();
            }
            for (String alias : details.aliases()) {
                aliases.row().append(account).append(alias).endRow();
            }
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking account " + listed.login() + " of " + application, failure);
        }
    }

    /** Most accounts hold what the one before holds. */
    private String joined(List<String> holds) {
        if (!holds.equals(held)) {
            held = holds;
            heldJoined = Held.joined(holds);
        }
        return heldJoined;
    }

    @Override
    public void complete() {
        try {
            DuckDBConnection connection = staging.connection();
            DuckDb.inTransaction(connection, () -> {
                accounts.finish();
                if (!namesEachOnce(connection)) {
                    DuckDb.run(connection, "create temp table summed as select * from account limit 0");
                    update(SUM_UP);
                    update(FORGET);
                    update("insert into account select * from summed where application = ?");
                }
                update("delete from account_attribute where application = ?");
                if (!attributes.isEmpty()) {
                    attributes.finish();
                    update(PUBLISH_ATTRIBUTES);
                }
                update("delete from person_alias where feed = 0 and owner = ?");
                if (!aliases.isEmpty()) {
                    aliases.finish();
                    update(PUBLISH_ALIASES);
                }
            });
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking the accounts of " + application, failure);
        }
    }

    private boolean namesEachOnce(DuckDBConnection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAMES_EACH_ONCE)) {
            statement.setString(1, application);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private void update(String sql) throws SQLException {
        try (PreparedStatement statement = staging.connection().prepareStatement(sql)) {
            statement.setString(1, application);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        try (staging) {
            // Everything temporary goes with the connection, and so does what was not completed.
        } catch (SQLException failure) {
            throw ObservationsException.failed("closing an intake", failure);
        }
    }
}
