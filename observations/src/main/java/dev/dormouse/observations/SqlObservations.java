package dev.dormouse.observations;

import dev.dormouse.core.observations.BacktestCell;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.CountedDay;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.JoinTally;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.KeptEvents;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.PastSubject;
import dev.dormouse.core.observations.PersonJoin;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SeenBefore;
import dev.dormouse.core.observations.Silences;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.Spells;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.spi.ActivityKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every engine answers alike, once its tables are there. How it takes things in is its own affair. */
abstract sealed class SqlObservations implements Observations permits DuckDbObservations, TrinoObservations {

    private final Database database;
    private final Judging judging;
    private final Past past;
    private final Joining joining;

    SqlObservations(Database database) {
        this.database = database;
        try {
            Layout.prepare(database);
        } catch (SQLException failure) {
            database.close();
            throw ObservationsException.failed("preparing the store of observations", failure);
        }
        Statements statements = new Statements(database);
        judging = new Judging(statements);
        past = new Past(statements);
        joining = new Joining(database, statements);
    }

    @Override
    public final void begin() {
        try {
            FeedTable.begin(database);
        } catch (SQLException failure) {
            throw ObservationsException.failed("forgetting what will be told again", failure);
        }
    }

    @Override
    public final void forget(Instant eventsBefore, Instant daysBefore) {
        try {
            FeedTable.forget(database, eventsBefore, daysBefore);
        } catch (SQLException failure) {
            throw ObservationsException.failed("forgetting old events", failure);
        }
    }

    @Override
    public final void join(PersonJoin how) {
        joining.join(how);
    }

    @Override
    public final JoinTally joined(String source, String application) {
        return joining.joined(source, application);
    }

    @Override
    public final List<SourceHealth> health() {
        return health(HealthTable.LAST_SYNC);
    }

    @Override
    public final List<SourceHealth> reached() {
        return health(HealthTable.EVER);
    }

    private List<SourceHealth> health(String query) {
        try (Connection connection = database.connect()) {
            return HealthTable.read(connection, query);
        } catch (SQLException failure) {
            throw ObservationsException.failed("reading the health of the sources", failure);
        }
    }

    @Override
    public final Tally judge(Question question, Consumer<Judged> sink) {
        return judging.judge(question, sink);
    }

    @Override
    public final Tally judgeAll(Question question, Consumer<Judged> sink) {
        return judging.judgeAll(question, sink);
    }

    @Override
    public final List<Judged> judge(Question question, Collection<SubjectKey> subjects) {
        return judging.judge(question, subjects);
    }

    @Override
    public final List<Exemption> unmatched(Question question) {
        return judging.unmatched(question);
    }

    @Override
    public final double coverage(String source, String application) {
        return judging.coverage(source, application);
    }

    @Override
    public final Silences silences(Instant before) {
        return judging.silences(before);
    }

    @Override
    public final List<KeptEvents> keptEvents(Collection<String> applications) {
        return past.keptEvents(applications);
    }

    @Override
    public final List<SeenBefore> seenBefore(PastSubject subject, @Nullable ActivityKind kind, Instant at) {
        return past.seenBefore(subject, kind, at);
    }

    @Override
    public final List<CountedDay> counted(PastSubject subject, @Nullable Instant after, Instant at) {
        return past.counted(subject, after, at);
    }

    @Override
    public final List<BacktestCell> backtest(BacktestPlan plan) {
        return past.backtest(plan);
    }

    @Override
    public final Spells spells(History history, Instant asOf) {
        return past.spells(history, asOf);
    }

    @Override
    public final void close() {
        database.close();
    }
}
