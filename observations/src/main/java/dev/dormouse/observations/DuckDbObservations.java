package dev.dormouse.observations;

import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.QueriedFeed;
import dev.dormouse.core.observations.SourceHealth;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** {@link Observations} on DuckDB, in this process: in memory, or in one file that one process has open at a time. */
public final class DuckDbObservations extends SqlObservations {

    private final DuckDb database;
    private final FeedTable feeds;

    private DuckDbObservations(DuckDb database) {
        super(database);
        this.database = database;
        try {
            feeds = new FeedTable(database);
        } catch (SQLException failure) {
            database.close();
            throw ObservationsException.failed("preparing the store of observations", failure);
        }
    }

    /** The store in a database that is open already; it closes it. */
    static DuckDbObservations on(DuckDb database) {
        return new DuckDbObservations(database);
    }

    /** A store that is gone when it is closed. */
    public static DuckDbObservations inMemory() {
        return new DuckDbObservations(DuckDb.inMemory());
    }

    /**
     * The store in that file, which is created where it is absent, and emptied where an older Dormouse left it.
     *
     * @throws ObservationsException when another process has it open, or it is no such file
     */
    public static DuckDbObservations open(Path file) {
        return new DuckDbObservations(DuckDb.open(file));
    }

    @Override
    public AccountIntake accounts(String application) {
        try {
            return new StagedAccounts(database, application);
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking the accounts of " + application, failure);
        }
    }

    @Override
    public FeedIntake feed(String source, List<String> applications) {
        try {
            return new StagedFeed(database, feeds, source, applications);
        } catch (SQLException failure) {
            throw ObservationsException.failed("taking what " + source + " reports", failure);
        }
    }

    @Override
    public QueriedFeed query(String source, List<String> applications, String query, Instant eventsFrom) {
        QueryFeed rows = new QueryFeed(database.dialect(), query);
        try (DuckDBConnection connection = database.connect()) {
            QueriedFeed told = rows.tally(connection);
            DuckDb.inTransaction(connection, () -> {
                long feed = feeds.fresh();
                for (String statement : rows.statements(feed, eventsFrom)) {
                    DuckDb.run(connection, statement);
                }
                if (database.isKept()) {
                    new Buckets(connection, feed).update("daily where feed = " + feed);
                }
                FeedTable.point(connection, feed, source, applications);
            });
            return told;
        } catch (SQLException failure) {
            throw ObservationsException.query(source, failure);
        }
    }

    @Override
    public void keep(List<SourceHealth> health) {
        try (DuckDBConnection connection = database.connect()) {
            FeedTable.sweep(database);
            HealthTable.keep(connection, health);
        } catch (SQLException failure) {
            throw ObservationsException.failed("keeping the health of the sources", failure);
        }
    }
}
