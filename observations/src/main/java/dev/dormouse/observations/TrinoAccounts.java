package dev.dormouse.observations;

import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.spi.AccountRecord;
import java.sql.SQLException;

/** Gathers a list of accounts here, and merges it into the table of a Trino cluster when it is whole. */
final class TrinoAccounts implements AccountIntake {

    private final DuckDb local = DuckDb.inMemory();
    private final Trino trino;
    private final String application;
    private final StagedAccounts gathered;

    TrinoAccounts(Trino trino, String application) {
        this.trino = trino;
        this.application = application;
        try {
            Layout.prepare(local);
            gathered = new StagedAccounts(local, application);
        } catch (SQLException failure) {
            local.close();
            throw ObservationsException.failed("taking the accounts of " + application, failure);
        }
    }

    @Override
    public void accept(AccountRecord listed) {
        gathered.accept(listed);
    }

    @Override
    public void complete() {
        gathered.complete();
        String staged = Upload.temporaryName();
        try (Upload upload = new Upload(local, trino)) {
            upload.run("create table " + staged + " as select * from account where false");
            try {
                upload.copy("select * from account", staged);
                String of = Upload.literal(application);
                // Merged first, so that nobody who is listed is missing at any moment.
                upload.run(merge(staged));
                upload.run("delete from account where application = " + of + " and account not in (select account from "
                        + staged + ")");
                upload.run("delete from account_attribute where application = " + of);
                upload.copy("select * from account_attribute", "account_attribute");
                upload.run("delete from person_alias where feed = 0 and owner = " + of);
                upload.copy("select * from person_alias", "person_alias");
            } finally {
                upload.run("drop table " + staged);
            }
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking the accounts of " + application, failure);
        }
    }

    private static String merge(String staged) {
        return "merge into account t using " + staged
                + " s on t.application = s.application and t.account = s.account when matched then update set"
                + " login = s.login, remote_id = s.remote_id, kind = s.kind, email = s.email, created = s.created,"
                + " holds = s.holds, state = s.state, manager = s.manager when not matched then insert values"
                + " (s.application, s.account, s.login, s.remote_id, s.kind, s.email, s.created, s.holds, s.state,"
                + " s.manager)";
    }

    @Override
    public void close() {
        try (local) {
            gathered.close();
        }
    }
}
