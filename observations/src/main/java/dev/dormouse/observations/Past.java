package dev.dormouse.observations;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.observations.BacktestCell;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.CountedDay;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.KeptEvents;
import dev.dormouse.core.observations.PastSubject;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SeenBefore;
import dev.dormouse.core.observations.Spells;
import dev.dormouse.core.observations.Spells.Length;
import dev.dormouse.core.observations.Spells.Open;
import dev.dormouse.core.observations.Spells.Subject;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.ActivityKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the roll-up about former days. */
final class Past {

    private final Statements statements;

    Past(Statements statements) {
        this.statements = statements;
    }

    List<KeptEvents> keptEvents(Collection<String> applications) {
        List<KeptEvents> kept = new ArrayList<>();
        String asked = applications.stream().map(GapSql::quoted).collect(Collectors.joining(", "));
        String sql = """
            select f.source, f.application, d.oldest, s.used
            from feed f
            join (select feed, min(oldest) oldest from daily group by feed) d on d.feed = f.feed
            join (select feed, max(case when newest_use is null and newest_machine is null then 0 else 1 end) used
                from seen group by feed) s on s.feed = f.feed
            where f.application in (%s) order by f.source, f.application
            """.formatted(asked);
        try {
            statements.each(
                    sql,
                    row -> kept.add(new KeptEvents(
                            row.getString(1), row.getString(2), Micros.toInstant(row.getLong(3)), row.getInt(4) == 1)));
        } catch (SQLException failure) {
            throw ObservationsException.failed("looking for kept events", failure);
        }
        return kept;
    }

    List<CountedDay> counted(PastSubject subject, @Nullable Instant after, Instant at) {
        List<CountedDay> days = new ArrayList<>();
        try {
            String names = new PastNamesOfOne(subject, telling(subject)).text();
            statements.each(new CountedDaySql(names, after, at).text(), row -> days.add(CountedDaySql.read(row)));
        } catch (SQLException failure) {
            throw ObservationsException.failed("counting what was seen of " + subject.account(), failure);
        }
        return days;
    }

    List<SeenBefore> seenBefore(PastSubject subject, @Nullable ActivityKind kind, Instant at) {
        List<SeenBefore> seen = new ArrayList<>();
        try {
            String names = new PastNamesOfOne(subject, telling(subject)).text();
            statements.each(new SeenBeforeSql(names, kind, at).text(), row -> seen.add(SeenBeforeSql.read(row)));
        } catch (SQLException failure) {
            throw ObservationsException.failed("looking for what was seen of " + subject.account(), failure);
        }
        return seen;
    }

    List<BacktestCell> backtest(BacktestPlan plan) {
        Question question = plan.history().question();
        try {
            Condition when = question.workflow().selection().when();
            Asked asked = Asked.of(question, statements);
            Feeds feeds = Feeds.of(statements);
            PastNames names = names(plan.history(), feeds);
            FeedPlaces places = places(plan.history(), feeds, names);
            BacktestSql sql = new BacktestSql(plan, places, names);
            BacktestRows rows = new BacktestRows(plan, sql.days().size());
            statements.each(
                    when == null || !when.countsEvents()
                            ? sql.text(selectable(asked))
                            : counting(sql, new ConditionDays(plan, places, asked, when)),
                    rows::add);
            return rows.cells();
        } catch (SQLException failure) {
            throw ObservationsException.failed(
                    "the backtest of workflow " + question.workflow().name(), failure);
        }
    }

    private String counting(BacktestSql sql, ConditionDays condition) {
        return sql.text(condition.population(statements), condition, statements);
    }

    Spells spells(History history, Instant asOf) {
        List<Length> lengths = new ArrayList<>();
        Map<Subject, Open> open = new HashMap<>();
        try {
            Feeds feeds = Feeds.of(statements);
            PastNames names = names(history, feeds);
            SpellSql sql = new SpellSql(history, places(history, feeds, names), names, asOf);
            String population = population(history.question());
            statements.each(
                    sql.lengths(population),
                    row -> lengths.add(new Length(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4))));
            statements.each(
                    sql.open(population),
                    row -> open.put(
                            subject(row.getString(1), row.getString(2)),
                            new Open(Micros.toInstant(row.getLong(3)), row.getInt(4))));
        } catch (SQLException failure) {
            throw ObservationsException.failed(
                    "counting the spells of workflow "
                            + history.question().workflow().name(),
                    failure);
        }
        return new Spells(lengths, open);
    }

    private static Subject subject(String application, String name) {
        int end = name.indexOf(Grants.SEPARATOR);
        return end < 0
                ? new Subject(new SubjectKey(application, name), null)
                : new Subject(new SubjectKey(application, name.substring(0, end)), name.substring(end + 1));
    }

    /** Everybody in scope whom no exemption protects. */
    private String population(Question question) throws SQLException {
        return statements.rendered(judging(Asked.of(question, statements)).unprotected());
    }

    /** Those of them whom the condition of the workflow lets be selected today. */
    private String selectable(Asked asked) {
        Condition when = asked.question().workflow().selection().when();
        JudgingSql judging = judging(asked);
        return statements.rendered(when == null ? judging.unprotected() : judging.unprotected(when));
    }

    private static JudgingSql judging(Asked asked) {
        Question question = asked.question();
        return new JudgingSql(asked, AskedExemptions.of(question.workflow(), question.now()));
    }

    private TellingFeeds telling(PastSubject subject) throws SQLException {
        return subject.entitlement() == null ? TellingFeeds.NONE : TellingFeeds.of(statements);
    }

    private PastNames names(History history, Feeds feeds) throws SQLException {
        return new PastNames(
                history,
                feeds,
                history.question().workflow().selection().isAboutGrants()
                        ? TellingFeeds.of(statements)
                        : TellingFeeds.NONE);
    }

    private FeedPlaces places(History history, Feeds told, PastNames names) throws SQLException {
        Map<String, Set<Long>> feeds = new LinkedHashMap<>();
        for (Feeds.Feed feed : told.all()) {
            if (history.of(feed.application()).stream()
                    .anyMatch(trace -> trace.source().equals(feed.source()))) {
                feeds.computeIfAbsent(feed.application(), name -> new TreeSet<>())
                        .add(feed.number());
            }
        }
        Map<Long, Integer> bucketed = new HashMap<>();
        statements.each(
                "select feed, max(until) from bucketed group by feed",
                row -> bucketed.put(row.getLong(1), row.getInt(2)));
        return new FeedPlaces(feeds, bucketed, names);
    }
}
