package dev.dormouse.observations;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jooq.impl.DSL;

/** {@link Observations} on DuckDB, in this process: in memory, or in one file that one process has open at a time. */
public final class DuckDbObservations implements Observations {

    private final DuckDb database;
    private final FeedTable feeds;
    private final Statements statements;

    private DuckDbObservations(DuckDb database) {
        this.database = database;
        try {
            Layout.prepare(database);
            feeds = new FeedTable(database);
        } catch (SQLException failure) {
            database.close();
            throw ObservationsException.failed("preparing the store of observations", failure);
        }
        statements = new Statements(database);
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
        try (DuckDBConnection connection = database.connect()) {
            return HealthTable.read(connection);
        } catch (SQLException failure) {
            throw ObservationsException.failed("reading the health of the sources", failure);
        }
    }

    @Override
    public Tally judge(Question question, Consumer<Judged> sink) {
        Asked asked = Asked.of(question);
        AskedExemptions exemptions = AskedExemptions.of(question.workflow(), question.now());
        JudgingSql sql = new JudgingSql(asked, exemptions);
        JudgedRows rows = new JudgedRows(asked, exemptions);
        Map<Answer, Long> answers = new EnumMap<>(Answer.class);
        long[] inScope = new long[1];
        try {
            statements.each(sql.countInScope(), row -> inScope[0] = row.getLong(1));
            statements.each(sql.notActive(), row -> {
                Judged judged = rows.read(row);
                answers.merge(judged.answer(), 1L, Long::sum);
                sink.accept(judged);
            });
        } catch (SQLException failure) {
            throw ObservationsException.failed(
                    "judging workflow " + question.workflow().name(), failure);
        }
        long dormant = answers.getOrDefault(Answer.DORMANT, 0L);
        long exempt = answers.getOrDefault(Answer.EXEMPT, 0L);
        long unknown = answers.getOrDefault(Answer.UNKNOWN, 0L);
        return new Tally(dormant, inScope[0] - dormant - exempt - unknown, exempt, unknown);
    }

    @Override
    public List<Judged> judge(Question question, Collection<SubjectKey> subjects) {
        List<Judged> judged = new ArrayList<>();
        if (subjects.isEmpty()) {
            return judged;
        }
        Asked asked = Asked.of(question);
        AskedExemptions exemptions = AskedExemptions.of(question.workflow(), question.now());
        JudgedRows rows = new JudgedRows(asked, exemptions);
        try {
            statements.each(new JudgingSql(asked, exemptions).only(subjects), row -> judged.add(rows.read(row)));
        } catch (SQLException failure) {
            throw ObservationsException.failed(
                    "judging " + subjects.size() + " accounts of workflow "
                            + question.workflow().name(),
                    failure);
        }
        return judged;
    }

    @Override
    public List<Exemption> unmatched(Question question) {
        try {
            return new ExemptionMatches(Asked.of(question), AskedExemptions.of(question.workflow(), question.now()))
                    .unmatched(statements);
        } catch (SQLException failure) {
            throw ObservationsException.failed(
                    "looking for exemptions of workflow " + question.workflow().name() + " that match nobody", failure);
        }
    }

    @Override
    public double coverage(String source, String application) {
        Relation account = new Relation("a");
        Relation feed = new Relation("f");
        Relation seen = new Relation("n");
        var query = DSL.select(DSL.count(), DSL.count(seen.text("account")))
                .from(DSL.table(DSL.name("account")).as("a"))
                .leftJoin(DSL.table(DSL.name("feed")).as("f"))
                .on(feed.text("application").eq(account.text("application")))
                .and(feed.text("source").eq(source))
                .leftJoin(DSL.table(DSL.name("seen")).as("n"))
                .on(seen.micros("feed").eq(feed.micros("feed")))
                .and(seen.text("account").eq(account.text("account")))
                .where(account.text("application").eq(application));
        double[] share = {1};
        try {
            statements.each(
                    query, row -> share[0] = row.getLong(1) == 0 ? 1 : (double) row.getLong(2) / row.getLong(1));
        } catch (SQLException failure) {
            throw ObservationsException.failed("counting whom " + source + " knows of " + application, failure);
        }
        return share[0];
    }

    @Override
    public void close() {
        database.close();
    }
}
