package dev.dormouse.app;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.Expression;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.PastSubject;
import dev.dormouse.core.observations.SeenBefore;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a condition asks about one account at a past instant: of activity by the events that are kept, exactly or not at all;
 * everything else as of today. The rules are those of the judgement of today.
 */
final class PastFacts {

    private final Observations observations;
    private final Judged today;
    private final PastSubject subject;
    private final Instant at;
    private final List<Told> told;

    /** @param told what each source that answers for activity told by then */
    PastFacts(Observations observations, Judged today, PastSubject subject, Instant at, List<Told> told) {
        this.observations = observations;
        this.today = today;
        this.subject = subject;
        this.at = at;
        this.told = told;
    }

    /**
     * What came of it.
     *
     * @param doubts why something of activity is not known
     */
    record Asked(Map<Fact, Object> known, List<String> doubts) {

        static final Asked NOTHING = new Asked(Map.of(), List.of());

        Asked {
            known = Map.copyOf(known);
            doubts = List.copyOf(doubts);
        }
    }

    Asked ask(Condition when) {
        Map<Fact, Object> known = new HashMap<>();
        List<String> doubts = new ArrayList<>();
        for (Fact fact : when.asks()) {
            try {
                Object value = value(fact);
                if (value != null) {
                    known.put(fact, value);
                }
            } catch (NotKnown unknown) {
                doubts.add(fact + " is not known, as " + unknown.getMessage() + ".");
            }
        }
        return new Asked(known, doubts);
    }

    private @Nullable Object value(Fact fact) throws NotKnown {
        return switch (fact) {
            case Fact.Count(ActivityKind kind, Duration window) -> counts().events(kind, window);
            case Fact.ActiveDays(Duration window) -> counts().activeDays(window);
            case Fact.Last(ActivityKind kind) -> last(kind);
            case Fact.Never _ -> never();
            case Fact.InactiveFor(Duration window) -> inactiveFor(at.minus(window));
            case Fact.Known _, Fact.Attribute _, Fact.HasAttribute _, Fact.Holds _, Fact.HoldsAny _ ->
                today.evidence().asked().get(fact);
        };
    }

    private PastCounts counts() {
        return new PastCounts(observations, subject, at, told);
    }

    private Instant last(@Nullable ActivityKind kind) throws NotKnown {
        Instant created = today.evidence().created();
        Map<String, Instant> newest = newest(kind);
        Instant latest = null;
        for (Told one : told) {
            Instant seen = newest.get(one.rule().source());
            if (seen != null && one.evidence() instanceof Evidence.At && (latest == null || seen.isAfter(latest))) {
                latest = seen;
            }
        }
        boolean never = false;
        for (Told one : told) {
            boolean saw = one.evidence() instanceof Evidence.At;
            boolean tells = saw || one.evidence() instanceof Evidence.NoneSince;
            Instant from = one.from();
            boolean always = from == null || (created != null && !from.isAfter(created));
            never |= one.evidence() instanceof Evidence.Never
                    || (tells && always && newest.get(one.rule().source()) == null);
            refuseUnknown(one);
            if (one.isRequired() && tells && !always && (latest == null || (from != null && from.isAfter(latest)))) {
                throw new NotKnown(one.rule().source() + ": its events reach back to " + from + " only");
            }
        }
        if (latest == null && !never) {
            throw new NotKnown("no source tells it");
        }
        return latest == null ? Expression.NEVER : latest;
    }

    private Map<String, Instant> newest(@Nullable ActivityKind kind) throws NotKnown {
        Map<String, Instant> newest = new HashMap<>();
        for (SeenBefore seen : observations.seenBefore(subject, kind, at)) {
            if (told.stream().anyMatch(one -> one.rule().source().equals(seen.source()))) {
                newest.put(seen.source(), seen.newest());
                if (!seen.exact()) {
                    throw new NotKnown(seen.source() + ": the events of that day are kept as a sum only");
                }
            }
        }
        return newest;
    }

    private static void refuseUnknown(Told one) throws NotKnown {
        if (one.isRequired() && one.evidence() instanceof Evidence.Unknown(String reason, Instant _)) {
            throw new NotKnown(one.rule().source() + ": " + reason);
        }
    }

    private boolean never() throws NotKnown {
        boolean never = false;
        for (Told one : told) {
            if (seen(one) != null) {
                return false;
            }
            never |= one.evidence() instanceof Evidence.Never;
        }
        for (Told one : told) {
            refuseUnknown(one);
            if (one.isRequired() && !(one.evidence() instanceof Evidence.Never)) {
                throw new NotKnown(one.rule().source() + ": its events reach back to " + one.from() + " only");
            }
        }
        if (!never) {
            throw new NotKnown("no source tells it");
        }
        return true;
    }

    private static @Nullable Instant seen(Told one) {
        return switch (one.evidence()) {
            case Evidence.At(Instant instant) -> instant;
            case Evidence.Unknown(String _, Instant seen) -> seen;
            case Evidence.NoneSince _, Evidence.Never _, Evidence.Says _ -> null;
        };
    }

    private boolean inactiveFor(Instant start) throws NotKnown {
        boolean inactive = false;
        for (Told one : told) {
            Instant seen = seen(one);
            if (seen != null && seen.isAfter(start)) {
                return false;
            }
        }
        for (Told one : told) {
            refuseUnknown(one);
            Instant from = one.from();
            boolean covers = one.evidence() instanceof Evidence.Never || from == null || !from.isAfter(start);
            if (one.isRequired() && !covers) {
                throw new NotKnown(one.rule().source() + ": its events reach back to " + from + " only");
            }
            inactive |= covers && !(one.evidence() instanceof Evidence.Unknown);
        }
        if (!inactive) {
            throw new NotKnown("no source tells it");
        }
        return true;
    }
}
