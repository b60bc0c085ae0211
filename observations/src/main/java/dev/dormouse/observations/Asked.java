package dev.dormouse.observations;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A question made ready for a statement: every calendar and every limit is worked out here, none in SQL. */
record Asked(Question question, List<Source> sources, AskedFacts facts, Feeds feeds) {

    /** How one source stands to one application. */
    enum Standing {
        NOT_ASKED(0),
        FAULTY(1),
        TRUSTED(2);

        private final int number;

        Standing(int number) {
            this.number = number;
        }

        Param<Integer> sql() {
            return DSL.inline(number);
        }
    }

    /** What it means that a trusted source has no row for an account. */
    enum Missing {
        SAYS_ACTIVE(0),
        NEVER(1),
        NONE_SINCE(2);

        private final int number;

        Missing(int number) {
            this.number = number;
        }

        Param<Integer> sql() {
            return DSL.inline(number);
        }
    }

    /** What a source tells, beyond when it last saw somebody. */
    enum Tells {
        NOTHING(0),

        /** Content and no events: nobody expects it to count. */
        CONTENT_ALONE(1),
        EVENTS(2);

        private final int number;

        Tells(int number) {
            this.number = number;
        }

        Param<Integer> sql() {
            return DSL.inline(number);
        }
    }

    /** One source of the workflow; {@code place} counts from 0. */
    record Source(int place, SourceRule rule, @Nullable Long windowStart) {

        boolean givesVerdicts() {
            return windowStart == null && rule.decides();
        }
    }

    /** Looks into the store for what a statement must know beforehand. */
    static Asked of(Question question, Statements statements) throws SQLException {
        Feeds feeds = Feeds.of(statements);
        Asked asked = of(question, feeds);
        return asked.facts().askForEvents() ? of(question, feeds.lookedInto(statements)) : asked;
    }

    static Asked of(Question question, Feeds feeds) {
        List<SourceRule> rules = question.workflow().selection().sources();
        List<Source> sources = new ArrayList<>();
        for (int place = 0; place < rules.size(); place++) {
            SourceRule rule = rules.get(place);
            Instant start = rule.inactiveFor() == null
                    ? null
                    : rule.inactiveFor()
                            .before(question.now(), question.workflow().zone());
            sources.add(new Source(place, rule, Micros.ofNullable(start)));
        }
        Condition when = question.workflow().selection().when();
        return new Asked(
                question,
                List.copyOf(sources),
                AskedFacts.of(when == null ? List.of() : List.of(when), question.now()),
                feeds);
    }

    /** The same question where other conditions are asked beside it. */
    Asked asking(List<Condition> conditions) {
        return new Asked(question, sources, AskedFacts.of(conditions, question.now()), feeds);
    }

    /** The same question where these facts are asked for. */
    Asked askingFor(AskedFacts other) {
        return new Asked(question, sources, other, feeds);
    }

    /** Those that take part in the judgement by themselves. */
    List<Source> deciding() {
        return sources.stream().filter(source -> source.rule().decides()).toList();
    }

    List<Source> tellingActivity() {
        return sources.stream().filter(source -> source.rule().tellsActivity()).toList();
    }

    /** The kinds of activity whose last instant a condition asks. */
    List<ActivityKind> askedKinds() {
        return facts.of(Fact.Last.class).stream()
                .map(Fact.Last::kind)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    List<String> applications() {
        return question.workflow().applications();
    }

    Standing standing(Source source, String application) {
        if (!source.rule().appliesTo(application)) {
            return Standing.NOT_ASKED;
        }
        return fault(source, application) == null ? Standing.TRUSTED : Standing.FAULTY;
    }

    /** Why the source cannot be trusted; null for trusted. */
    @Nullable
    String fault(Source source, String application) {
        return health(source, application)
                .map(health -> Optional.ofNullable(health.fault()))
                .orElse(Optional.of("it was not read"))
                .orElse(null);
    }

    Missing missing(Source source, String application) {
        SourceHealth health = health(source, application).orElse(null);
        if (source.rule().role() == SourceRule.Role.CANDIDATES
                || (health != null && health.absence() == Absence.SAYS_ACTIVE)) {
            return Missing.SAYS_ACTIVE;
        }
        return health == null || health.completeFrom() == null ? Missing.NEVER : Missing.NONE_SINCE;
    }

    Tells tells(Source source, String application) {
        long feed = number(source, application);
        if (feeds.withEvents().contains(feed)) {
            return Tells.EVENTS;
        }
        return feeds.withContent().contains(feed) ? Tells.CONTENT_ALONE : Tells.NOTHING;
    }

    /** The numbers of the feeds of these sources. */
    List<Long> feeds(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> applications().stream().map(application -> number(source, application)))
                .filter(number -> number != Feeds.NONE)
                .distinct()
                .toList();
    }

    /** The number of its feed; {@link Feeds#NONE} where it has none, or does not speak about the application. */
    long number(Source source, String application) {
        return source.rule().appliesTo(application) ? feeds.number(source.rule().source(), application) : Feeds.NONE;
    }

    /** Since when the source tells everything; 0 where that has no meaning. */
    long completeFrom(Source source, String application) {
        return health(source, application)
                .map(SourceHealth::completeFrom)
                .map(Micros::of)
                .orElse(0L);
    }

    /** Since when the source tells everything; {@link ActivitySql#ALWAYS} for without limit. */
    long reach(Source source, String application) {
        return health(source, application)
                .map(SourceHealth::completeFrom)
                .map(Micros::of)
                .orElse(ActivitySql.ALWAYS);
    }

    /** The start of the longest window of the application that protects; the end of time where nothing has a window. */
    long earliestStart(String application) {
        Stream<Long> conditions = question.workflow().selection().protectingWindows().stream()
                .map(window -> Micros.of(question.now().minus(window)));
        return Stream.concat(
                        conditions,
                        sources.stream()
                                .filter(source -> source.rule().appliesTo(application))
                                .map(Source::windowStart))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private Optional<SourceHealth> health(Source source, String application) {
        return Optional.ofNullable(question.findHealth(source.rule().source(), application));
    }
}
