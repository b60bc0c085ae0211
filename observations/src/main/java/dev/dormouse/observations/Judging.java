package dev.dormouse.observations;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.Silence;
import dev.dormouse.core.observations.Silences;
import dev.dormouse.core.observations.Silences.Signal;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** What a store is asked, the same on every engine. */
final class Judging {

    private final Statements statements;

    Judging(Statements statements) {
        this.statements = statements;
    }

    Tally judge(Question question, Consumer<Judged> sink) {
        return judge(question, JudgingSql::notActive, sink);
    }

    Tally judgeAll(Question question, Consumer<Judged> sink) {
        return judge(question, JudgingSql::everybody, sink);
    }

    private Tally judge(Question question, Function<JudgingSql, Select<?>> shown, Consumer<Judged> sink) {
        Asked asked = asked(question);
        AskedExemptions exemptions = AskedExemptions.of(question.workflow(), question.now());
        JudgingSql sql = new JudgingSql(asked, exemptions);
        JudgedRows rows = new JudgedRows(asked, exemptions);
        Map<Answer, Long> answers = new EnumMap<>(Answer.class);
        // By another thread, as the rows below are read by one alone.
        CompletableFuture<Long> inScope = CompletableFuture.supplyAsync(() -> count(question, sql));
        try {
            statements.each(shown.apply(sql), row -> {
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
        return new Tally(dormant, joined(inScope) - dormant - exempt - unknown, exempt, unknown);
    }

    private Asked asked(Question question) {
        try {
            return Asked.of(question, statements);
        } catch (SQLException failure) {
            throw ObservationsException.failed(
                    "looking up what was told for workflow "
                            + question.workflow().name(),
                    failure);
        }
    }

    private long count(Question question, JudgingSql sql) {
        long[] inScope = new long[1];
        try {
            statements.each(sql.countInScope(), row -> inScope[0] = row.getLong(1));
        } catch (SQLException failure) {
            throw ObservationsException.failed(
                    "counting the accounts of workflow " + question.workflow().name(), failure);
        }
        return inScope[0];
    }

    private static long joined(CompletableFuture<Long> number) {
        try {
            return number.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ObservationsException known ? known : failed;
        }
    }

    List<Judged> judge(Question question, Collection<SubjectKey> subjects) {
        List<Judged> judged = new ArrayList<>();
        if (subjects.isEmpty()) {
            return judged;
        }
        Asked asked = asked(question);
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

    List<Exemption> unmatched(Question question) {
        try {
            return new ExemptionMatches(asked(question), AskedExemptions.of(question.workflow(), question.now()))
                    .unmatched(statements);
        } catch (SQLException failure) {
            throw ObservationsException.failed(
                    "looking for exemptions of workflow " + question.workflow().name() + " that match nobody", failure);
        }
    }

    double coverage(String source, String application) {
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

    Silences silences(Instant before) {
        Set<Signal> heard = new HashSet<>();
        List<Silence> silences = new ArrayList<>();
        boolean[] any = new boolean[1];
        try {
            statements.each(SilenceSql.last(), row -> {
                heard.add(new Signal(row.getString(1), row.getString(2)));
                any[0] |= row.getLong(3) < Micros.of(before);
            });
            if (any[0]) {
                statements.each(SilenceSql.silences(before), row -> silences.add(SilenceSql.read(row)));
            }
        } catch (SQLException failure) {
            throw ObservationsException.failed("looking for accounts that have gone silent", failure);
        }
        return new Silences(heard, silences);
    }
}
