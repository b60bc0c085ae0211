package dev.dormouse.observations;

import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.BacktestCell;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.KeptEvents;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.QueriedFeed;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SeenBefore;
import dev.dormouse.core.observations.Silence;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.Spells;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/** {@link Observations} on DuckDB, in this process: in memory, or in one file that one process has open at a time. */
public final class DuckDbObservations implements Observations {

    private final DuckDb database;
    private final FeedTable feeds;
    private final Judging judging;
    private final Past past;

    private DuckDbObservations(DuckDb database) {
        this.database = database;
        try {
            Layout.prepare(database);
            feeds = new FeedTable(database);
        } catch (SQLException failure) {
            database.close();
            throw ObservationsException.failed("preparing the store of observations", failure);
        }
        Statements statements = new Statements(database);
        judging = new Judging(statements);
        past = new Past(statements);
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
                FeedTable.point(connection, feed, source, applications);
            });
            return told;
        } catch (SQLException failure) {
            throw ObservationsException.query(source, failure);
        }
    }

    @Override
    public void begin() {
        try {
            FeedTable.begin(database);
        } catch (SQLException failure) {
            throw ObservationsException.failed("forgetting what will be told again", failure);
        }
    }

    @Override
    public void forget(Instant eventsBefore, Instant daysBefore) {
        try {
            FeedTable.forget(database, eventsBefore, daysBefore);
        } catch (SQLException failure) {
            throw ObservationsException.failed("forgetting old events", failure);
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

    @Override
    public List<SourceHealth> health() {
        try (Connection connection = database.connect()) {
            return HealthTable.read(connection);
        } catch (SQLException failure) {
            throw ObservationsException.failed("reading the health of the sources", failure);
        }
    }

    @Override
    public Tally judge(Question question, Consumer<Judged> sink) {
        return judging.judge(question, sink);
    }

    @Override
    public Tally judgeAll(Question question, Consumer<Judged> sink) {
        return judging.judgeAll(question, sink);
    }

    @Override
    public List<Judged> judge(Question question, Collection<SubjectKey> subjects) {
        return judging.judge(question, subjects);
    }

    @Override
    public List<Exemption> unmatched(Question question) {
        return judging.unmatched(question);
    }

    @Override
    public double coverage(String source, String application) {
        return judging.coverage(source, application);
    }

    @Override
    public List<Silence> silences(Instant before) {
        return judging.silences(before);
    }

    @Override
    public List<KeptEvents> keptEvents(Collection<String> applications) {
        return past.keptEvents(applications);
    }

    @Override
    public List<SeenBefore> seenBefore(SubjectKey subject, Instant at) {
        return past.seenBefore(subject, at);
    }

    @Override
    public List<BacktestCell> backtest(BacktestPlan plan) {
        return past.backtest(plan);
    }

    @Override
    public Spells spells(History history, Instant asOf) {
        return past.spells(history, asOf);
    }

    @Override
    public void close() {
        database.close();
    }
}
