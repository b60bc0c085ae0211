package dev.dormouse.observations;

import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountRecord;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/** Gathers a list of accounts in a temporary table, and puts it in the place of the old one when it is whole. */
final class StagedAccounts implements AccountIntake {

    private static final String LISTED =
            "place bigint, account varchar, login varchar, remote_id varchar, kind varchar,"
                    + " email varchar, created bigint, holds varchar, state varchar, manager varchar";

    private static final String ATTRIBUTES = "place bigint, account varchar, name varchar, value varchar";

    private static final String PUBLISH = """
            insert into account
            select ?, account, login, remote_id, kind, email, created, holds, state, manager from staged
            """;

    /** An account that is listed twice keeps its first spelling and holds what any of its rows holds. */
    private static final String PUBLISH_SUMMED = """
            insert into account
            select ?, account, arg_min(login, place), arg_min(remote_id, place), arg_min(kind, place),
                arg_min(email, place), max(created), string_agg(holds, ''), arg_min(state, place),
                arg_min(manager, place)
            from staged group by account
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
        accounts = staging.rows("staged", LISTED);
        attributes = staging.rows("described", ATTRIBUTES);
        aliases = staging.rows("aliased", RollUp.ALIASED);
    }

    @Override
    public void accept(AccountRecord listed) {
        try {
            String account = new SubjectKey(application, listed.login()).account();
            AccountDetails details = listed.details();
            accounts.row()
                    .append(place++)
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
            accounts.finish();
            DuckDb.inTransaction(connection, () -> {
                update("delete from account where application = ?");
                update(DuckDb.namesEachOnce(connection, "staged") ? PUBLISH : PUBLISH_SUMMED);
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

    private void update(String sql) throws SQLException {
        try (PreparedStatement statement = staging.connection().prepareStatement(sql)) {
            statement.setString(1, application);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        try (staging) {
            // Everything temporary goes with the connection.
        } catch (SQLException failure) {
            throw ObservationsException.failed("closing an intake", failure);
        }
    }
}
