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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@link Observations} on a Trino cluster, for example over Iceberg tables, where one machine is not enough. What
 * connectors deliver is gathered in memory here and written there at the end of each intake; one process writes at a time.
 */
public final class TrinoObservations implements Observations {

    private final Trino trino;
    private final Judging judging;
    private final Past past;

    private TrinoObservations(Trino trino) {
        this.trino = trino;
        try {
            Layout.prepare(trino);
        } catch (SQLException failure) {
            throw ObservationsException.failed("preparing the tables of observations", failure);
        }
        Statements statements = new Statements(trino);
        judging = new Judging(statements);
        past = new Past(statements);
    }

    /**
     * The tables in the catalog and schema that the address names, which are made where they are absent.
     *
     * @param url for example {@code jdbc:trino://host:443/lake/dormouse?SSL=true}
     * @throws ObservationsException when the cluster cannot be reached or may not be written to
     */
    public static TrinoObservations at(String url) {
        return new TrinoObservations(new Trino(url));
    }

    @Override
    public AccountIntake accounts(String application) {
        return new TrinoAccounts(trino, application);
    }

    @Override
    public FeedIntake feed(String source, List<String> applications) {
        return new TrinoFeed(trino, source, applications);
    }

    @Override
    public QueriedFeed query(String source, List<String> applications, String query, Instant eventsFrom) {
        QueryFeed rows = new QueryFeed(trino.dialect(), query);
        synchronized (trino) {
            try (Connection connection = trino.connect();
                    Statement statement = connection.createStatement()) {
                QueriedFeed told = rows.tally(connection);
                long feed = trino.freshFeed();
                for (String one : rows.statements(feed, eventsFrom)) {
                    statement.execute(one);
                }
                trino.point(feed, source, applications);
                return told;
            } catch (SQLException failure) {
                throw ObservationsException.query(source, failure);
            }
        }
    }

    @Override
    public void begin() {
        try {
            FeedTable.begin(trino);
        } catch (SQLException failure) {
            throw ObservationsException.failed("forgetting what will be told again", failure);
        }
    }

    @Override
    public void forget(Instant eventsBefore, Instant daysBefore) {
        try {
            FeedTable.forget(trino, eventsBefore, daysBefore);
        } catch (SQLException failure) {
            throw ObservationsException.failed("forgetting old events", failure);
        }
    }

    @Override
    public void keep(List<SourceHealth> health) {
        try (DuckDb local = DuckDb.inMemory()) {
            Layout.prepare(local);
            HealthTable.keep(local.connect(), health);
            FeedTable.sweep(trino);
            try (Upload upload = new Upload(local, trino)) {
                trino.run("delete from health; delete from health_problem");
                upload.copy("select * from health_problem", "health_problem");
                upload.copy("select * from health", "health");
            }
        } catch (SQLException failure) {
            throw ObservationsException.failed("keeping the health of the sources", failure);
        }
    }

    @Override
    public List<SourceHealth> health() {
        try (Connection connection = trino.connect()) {
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
        trino.close();
    }
}
