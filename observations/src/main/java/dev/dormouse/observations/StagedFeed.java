package dev.dormouse.observations;

import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Gathers one feed in temporary tables; rolled up by account and put in the place of the old one when it is closed. */
final class StagedFeed implements FeedIntake {

    private static final int PROBLEMS_KEPT = 100;

    private static final String STAGE = """
            create temp table staged(account varchar, kind tinyint, newest bigint, problem varchar);
            create temp table described(account varchar, remote_id varchar, email varchar, created bigint, holds varchar)
            """;

    private final FeedTable feeds;
    private final String source;
    private final List<String> applications;
    private final DuckDBConnection connection;
    private final DuckDBAppender sightings;
    private final DuckDBAppender attributes;
    private final List<Problem> problems = new ArrayList<>();
    private long unreadable;
    private long unassigned;
    private boolean closed;

    StagedFeed(DuckDb database, FeedTable feeds, String source, List<String> applications) throws SQLException {
        this.feeds = feeds;
        this.source = source;
        this.applications = List.copyOf(applications);
        connection = database.connect();
        DuckDb.run(connection, STAGE);
        sightings = Staging.appender(connection, "staged");
        attributes = Staging.appender(connection, "described");
    }

    @Override
    public void sighting(Sighting sighting) {
        try {
            switch (sighting) {
                case Sighting.At at -> add(at, FeedTable.AT, Micros.of(at.at()), null);
                case Sighting.Event event -> add(event, FeedTable.AT, Micros.of(event.at()), null);
                case Sighting.Owns owns -> {}
                case Sighting.Never never -> add(never, FeedTable.NEVER, null, null);
                case Sighting.Dormant dormant -> add(dormant, FeedTable.DORMANT, null, null);
                case Sighting.Active active -> add(active, FeedTable.ACTIVE, null, null);
                case Sighting.Unreadable bad -> {
                    note(bad.problem());
                    add(bad, FeedTable.UNREADABLE, null, bad.problem().toString());
                }
            }
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking what " + source + " says of " + sighting.account(), failure);
        }
    }

    private void add(Sighting sighting, byte kind, @Nullable Long newest, @Nullable String problem)
            throws SQLException {
        sightings
                .beginRow()
                .append(new SubjectKey(source, sighting.account()).account())
                .append(kind)
                .append(newest)
                .append(problem)
                .endRow();
    }

    @Override
    public void attributes(AccountRecord account) {
        try {
            attributes
                    .beginRow()
                    .append(new SubjectKey(source, account.login()).account())
                    .append(account.remoteId())
                    .append(account.email())
                    .append(Micros.ofNullable(account.created()))
                    .append(Held.joined(account.holds()))
                    .endRow();
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking what " + source + " tells of " + account.login(), failure);
        }
    }

    @Override
    public void problem(Problem problem) {
        unassigned++;
        note(problem);
    }

    private void note(Problem problem) {
        unreadable++;
        if (problems.size() < PROBLEMS_KEPT) {
            problems.add(problem);
        }
    }

    @Override
    public long unreadable() {
        return unreadable;
    }

    @Override
    public long unassigned() {
        return unassigned;
    }

    @Override
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (connection;
                attributes;
                sightings) {
            sightings.flush();
            attributes.flush();
            feeds.publish(connection, source, applications);
        } catch (SQLException failure) {
            throw ObservationsException.failed("keeping what " + source + " reported", failure);
        }
    }
}
