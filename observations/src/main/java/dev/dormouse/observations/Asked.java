package dev.dormouse.observations;

import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.spi.Feed.Absence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A question made ready for a statement: every calendar and every limit is worked out here, none in SQL. */
record Asked(Question question, List<Source> sources) {

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

    /** One source of the workflow; {@code place} counts from 0. */
    record Source(int place, SourceRule rule, @Nullable Long windowStart) {

        boolean givesVerdicts() {
            return windowStart == null;
        }
    }

    static Asked of(Question question) {
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
        return new Asked(question, List.copyOf(sources));
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

    /** Since when the source tells everything; 0 where that has no meaning. */
    long completeFrom(Source source, String application) {
        return health(source, application)
                .map(SourceHealth::completeFrom)
                .map(Micros::of)
                .orElse(0L);
    }

    /** The start of the longest window of the application; the end of time where no source has a window. */
    long earliestStart(String application) {
        return sources.stream()
                .filter(source -> source.rule().appliesTo(application))
                .map(Source::windowStart)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private Optional<SourceHealth> health(Source source, String application) {
        return question.health().stream()
                .filter(health -> health.source().equals(source.rule().source())
                        && health.application().equals(application))
                .findFirst();
    }
}
