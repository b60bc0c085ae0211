package dev.dormouse.app;

import dev.dormouse.app.Histories.Reach;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.observations.CountedDay;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.PastSubject;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many events there were of one account in windows that end at a past instant, exactly or not at all. */
final class PastCounts {

    private final Observations observations;
    private final PastSubject subject;
    private final Instant at;
    private final List<Told> told;

    /** @param told what each source that answers for activity told by then */
    PastCounts(Observations observations, PastSubject subject, Instant at, List<Told> told) {
        this.observations = observations;
        this.subject = subject;
        this.at = at;
        this.told = told;
    }

    /** @param kind null for every kind */
    long events(@Nullable ActivityKind kind, @Nullable Duration window) throws NotKnown {
        return days(window, kind)
                .mapToLong(day -> Objects.requireNonNull(day.events()))
                .sum();
    }

    long activeDays(Duration window) throws NotKnown {
        return days(window, null).map(CountedDay::day).distinct().count();
    }

    private Stream<CountedDay> days(@Nullable Duration window, @Nullable ActivityKind kind) throws NotKnown {
        Instant start = window == null ? null : at.minus(window);
        refuseUncovered(start);
        Set<String> sources = told.stream().map(one -> one.rule().source()).collect(Collectors.toSet());
        List<CountedDay> days = observations.counted(subject, start, at).stream()
                .filter(day -> sources.contains(day.source()) && (kind == null || day.kind() == kind))
                .toList();
        for (CountedDay day : days) {
            if (day.events() == null) {
                throw new NotKnown(day.source() + ": the events of " + LocalDate.ofEpochDay(day.day())
                        + " are kept as a sum only, and the window begins or ends between them");
            }
        }
        return days.stream().filter(day -> Objects.requireNonNull(day.events()) > 0);
    }

    private void refuseUncovered(@Nullable Instant start) throws NotKnown {
        boolean counts = false;
        for (Told one : told) {
            String doubt = doubt(one, start);
            if (doubt == null) {
                counts = true;
            } else if (one.rule().need() == Need.REQUIRED || mayMiss(one, start)) {
                throw new NotKnown(one.rule().source() + ": " + doubt);
            }
        }
        if (!counts) {
            throw new NotKnown("no source tells all events of the window");
        }
    }

    private static @Nullable String doubt(Told one, @Nullable Instant start) {
        Reach reach = one.reach();
        if (one.evidence() instanceof Evidence.Unknown(String reason, Instant _)) {
            return reason;
        }
        if (reach == null) {
            return "it keeps no events";
        }
        if (reach.forgot(start)) {
            return "events older than " + reach.kept() + " may have been forgotten";
        }
        Instant from = reach.from();
        return start != null && from != null && from.isAfter(start)
                ? "its events reach back to " + from + " only"
                : null;
    }

    /** What an optional source has read counts, so it must be known how much that was. */
    private static boolean mayMiss(Told one, @Nullable Instant start) {
        Reach reach = one.reach();
        return one.rule().matchesPersons() || (reach != null && reach.forgot(start));
    }
}
