package dev.dormouse.observations;

import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Gathers one feed in temporary tables; rolled up, and put in the place of the old one or added to it, when it is closed. */
final class StagedFeed implements FeedIntake {

    private static final int PROBLEMS_KEPT = 100;

    private final DuckDb database;
    private final FeedTable feeds;
    private final String source;
    private final List<String> applications;
    private final Staging staging;
    private final StagedRows sightings;
    private final StagedRows attributes;
    private final StagedRows aliases;
    private final StagedEvents events;
    private final StagedRows content;
    private final List<Problem> problems = new ArrayList<>();
    private long unreadable;
    private long unassigned;
    private boolean closed;

    StagedFeed(DuckDb database, FeedTable feeds, String source, List<String> applications) throws SQLException {
        this.database = database;
        this.feeds = feeds;
        this.source = source;
        this.applications = List.copyOf(applications);
        staging = new Staging(database);
        sightings = staging.rows("staged", RollUp.SIGHTINGS);
        attributes = staging.rows("described", RollUp.DESCRIBED);
        aliases = staging.rows("aliased", RollUp.ALIASED);
        events = new StagedEvents(staging, source);
        content = staging.rows("owned", RollUp.OWNED);
    }

    @Override
    public void sighting(Sighting sighting) {
        if (sighting instanceof Sighting.Unreadable(String _, Problem problem, String _)) {
            note(problem);
        }
        String account = account(sighting);
        String entitlement = sighting.entitlement();
        try {
            take(sighting, account, null);
            if (entitlement != null) {
                take(sighting, Grants.name(account, entitlement), entitlement);
            }
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking what " + source + " says of " + sighting.account(), failure);
        }
    }

    /** @param entitlement null for what is kept for the account */
    private void take(Sighting sighting, String name, @Nullable String entitlement) throws SQLException {
        switch (sighting) {
            case Sighting.At at -> add(name, RollUp.at(at.kind()), Micros.of(at.at()), null);
            case Sighting.Event event -> events.add(event, entitlement);
            case Sighting.Owns owns -> add(owns);
            case Sighting.Never _ -> add(name, RollUp.NEVER, null, null);
            case Sighting.Dormant _ -> add(name, RollUp.DORMANT, null, null);
            case Sighting.Active _ -> add(name, RollUp.ACTIVE, null, null);
            case Sighting.Unreadable bad ->
                add(name, RollUp.UNREADABLE, null, bad.problem().toString());
        }
    }

    private void add(String name, byte what, @Nullable Long newest, @Nullable String problem) throws SQLException {
        sightings.row().append(name).append(what).append(newest).append(problem).endRow();
    }

    private void add(Sighting.Owns owns) throws SQLException {
        content.row()
                .append(account(owns))
                .append(owns.visibility() == Sighting.Visibility.PUBLIC)
                .endRow();
    }

    private String account(Sighting sighting) {
        return new SubjectKey(source, sighting.account()).account();
    }

    @Override
    public void attributes(AccountRecord account) {
        try {
            String name = new SubjectKey(source, account.login()).account();
            for (String alias : account.details().aliases()) {
                aliases.row().append(name).append(alias).endRow();
            }
            attributes
                    .row()
                    .append(name)
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
    public boolean gathers() {
        return !events.isEmpty();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (staging) {
            publish();
        } catch (SQLException failure) {
            throw ObservationsException.failed("keeping what " + source + " reported", failure);
        }
    }

    private void publish() throws SQLException {
        DuckDBConnection connection = staging.connection();
        sightings.finish();
        // A log that tells no event this time goes on all the same.
        Long gathered = feeds.gathered(connection, source, applications);
        boolean log = gathered != null || !events.isEmpty();
        long feed = gathered == null ? feeds.fresh() : gathered;
        RollUp rollUp = new RollUp(connection, feed);
        DuckDb.inTransaction(connection, () -> {
            if (log) {
                events.finish();
                rollUp.events();
                if (database.isKept()) {
                    new Buckets(connection, feed).update("counted");
                }
            } else {
                rollUp.states();
            }
            if (!attributes.isEmpty()) {
                attributes.finish();
                rollUp.attributes();
                if (log || !DuckDb.namesEachOnce(connection, "described")) {
                    rollUp.addresses();
                }
            }
            if (!aliases.isEmpty()) {
                aliases.finish();
                rollUp.aliases();
            }
            if (!content.isEmpty()) {
                content.finish();
                rollUp.content();
            }
            FeedTable.point(connection, feed, source, applications);
        });
    }
}
