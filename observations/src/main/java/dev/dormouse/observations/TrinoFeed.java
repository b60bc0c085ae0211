package dev.dormouse.observations;

import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Gathers one feed here, and writes it to a Trino cluster when it is closed. Each statement there is a transaction of its
 * own, so their order is such that a feed is pointed at last, and that whatever a crash left out is made good when the
 * same files are read again.
 */
final class TrinoFeed implements FeedIntake {

    private final DuckDb local = DuckDb.inMemory();
    private final Trino trino;
    private final String source;
    private final List<String> applications;
    private final StagedFeed gathered;

    TrinoFeed(Trino trino, String source, List<String> applications) {
        this.trino = trino;
        this.source = source;
        this.applications = List.copyOf(applications);
        try {
            Layout.prepare(local);
            gathered = new StagedFeed(local, new FeedTable(local), source, applications);
        } catch (SQLException failure) {
            local.close();
            throw ObservationsException.failed("taking what " + source + " reports", failure);
        }
    }

    @Override
    public void sighting(Sighting sighting) {
        gathered.sighting(sighting);
    }

    @Override
    public void attributes(AccountRecord account) {
        gathered.attributes(account);
    }

    @Override
    public void problem(Problem problem) {
        gathered.problem(problem);
    }

    @Override
    public long unreadable() {
        return gathered.unreadable();
    }

    @Override
    public long unassigned() {
        return gathered.unassigned();
    }

    @Override
    public List<Problem> problems() {
        return gathered.problems();
    }

    @Override
    public boolean gathers() {
        return gathered.gathers();
    }

    @Override
    public void close() {
        try (local) {
            gathered.close();
            publish();
        } catch (SQLException failure) {
            throw ObservationsException.failed("keeping what " + source + " reported", failure);
        }
    }

    private void publish() throws SQLException {
        // Two feeds may be closed at the same time, and a number is given once.
        synchronized (trino) {
            long before = gatheredBefore();
            // A log that tells no event this time goes on all the same.
            boolean log = before != 0 || gathered.gathers();
            long feed = before == 0 ? trino.freshFeed() : before;
            try (Upload upload = new Upload(local, trino)) {
                if (log) {
                    events(upload, feed);
                } else {
                    upload.copy("select * replace (" + feed + " as feed) from seen", "seen");
                }
                if (log) {
                    upload.run("delete from content where feed = " + feed);
                    attributes(upload, feed);
                } else {
                    upload.copy("select * replace (" + feed + " as feed) from attribute", "attribute");
                    upload.copy("select * replace (" + feed + " as feed) from person_alias", "person_alias");
                }
                upload.copy("select * replace (" + feed + " as feed) from content", "content");
                trino.point(feed, source, applications);
            }
        }
    }

    /** Who does not occur in the newest part of a log keeps what an earlier part told. */
    private void attributes(Upload upload, long feed) throws SQLException {
        staged(
                upload,
                "attribute",
                feed,
                "delete from attribute where feed = " + feed + " and account in (select account from %1$s)",
                "insert into attribute select * from %1$s");
        staged(
                upload,
                "person_alias",
                feed,
                "insert into person_alias select * from %1$s s where not exists (select 1 from person_alias a"
                        + " where a.feed = s.feed and a.account = s.account and a.address = s.address)");
    }

    private void staged(Upload upload, String table, long feed, String... statements) throws SQLException {
        if (Objects.requireNonNullElse(local.number("select count(*) from " + table), 0L) == 0) {
            return;
        }
        String staged = Upload.temporaryName();
        upload.run("create table " + staged + " as select * from " + table + " where false");
        try {
            upload.copy("select * replace (" + feed + " as feed) from " + table, staged);
            for (String statement : statements) {
                upload.run(statement.formatted(staged));
            }
        } finally {
            upload.run("drop table " + staged);
        }
    }

    /** The feed in which events have gathered so far; 0 where there is none, or none for all of these applications. */
    private long gatheredBefore() throws SQLException {
        String about = applications.stream().map(Upload::literal).collect(Collectors.joining(", "));
        String same = " from feed where source = " + Upload.literal(source) + " and application in (" + about
                + ") and feed in (select feed from daily)";
        return trino.count("select count(distinct feed)" + same) == 1 ? trino.count("select max(feed)" + same) : 0;
    }

    private void events(Upload upload, long feed) throws SQLException {
        String logged = Upload.temporaryName();
        String told = Upload.temporaryName();
        upload.run("create table " + logged + " as select * from event where false");
        upload.run("create table " + told + " as select * from seen where false");
        try {
            upload.copy("select * replace (" + feed + " as feed) from event", logged);
            upload.copy("select * replace (" + feed + " as feed) from seen", told);
            for (String statement : TrinoRollUp.statements(feed, logged, told)) {
                upload.run(statement);
            }
        } finally {
            upload.run("drop table " + logged);
            upload.run("drop table " + told);
        }
    }
}
