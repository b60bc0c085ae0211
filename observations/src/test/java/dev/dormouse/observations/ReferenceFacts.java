package dev.dormouse.observations;

import dev.dormouse.core.condition.Expression;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.condition.Facts;
import dev.dormouse.core.condition.Property;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Sighting;
import dev.dormouse.spi.Sighting.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known about one account, found in the plain objects one question at a time, as docs/conditions.md tells it. */
final class ReferenceFacts implements Facts {

    private final Population population;
    private final Question question;
    private final Judged judged;
    private final AccountRecord listed;
    private final List<Told> told;
    private final Map<Fact, Object> known = new HashMap<>();

    /** One source of activity with its evidence and the events it has of the account. */
    private record Told(
            SourceRule rule,
            Evidence evidence,
            List<Sighting> rows,
            @Nullable Instant completeFrom,
            boolean tellsEvents,
            boolean tellsContentAlone) {

        boolean isRequired() {
            return rule.need() == Need.REQUIRED;
        }

        Stream<Sighting.Event> events() {
            return rows.stream().filter(Sighting.Event.class::isInstance).map(Sighting.Event.class::cast);
        }

        @Nullable
        Instant newest(@Nullable ActivityKind kind) {
            return rows.stream()
                    .map(row -> switch (row) {
                        case Sighting.At at -> kind == null || at.kind() == kind ? at.at() : null;
                        case Sighting.Event event -> kind == null || event.kind() == kind ? event.at() : null;
                        case Sighting.Owns _,
                                Sighting.Never _,
                                Sighting.Dormant _,
                                Sighting.Active _,
                                Sighting.Unreadable _ -> null;
                    })
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        /** True, or not known. */
        @Nullable
        Boolean isComplete(Instant start) {
            return (completeFrom != null && completeFrom.isAfter(start)) ? null : (Boolean) true;
        }

        boolean canTellInstants() {
            return evidence instanceof Evidence.At
                    || evidence instanceof Evidence.Never
                    || evidence instanceof Evidence.NoneSince;
        }

        boolean counts(@Nullable Instant start) {
            return canTellInstants()
                    && tellsEvents
                    && (start == null || completeFrom == null || !completeFrom.isAfter(start));
        }
    }

    ReferenceFacts(Population population, Question question, Judged judged) {
        this.population = population;
        this.question = question;
        this.judged = judged;
        this.listed = everybody().stream()
                .filter(one -> Population.lower(one.login()).equals(judged.key().account()))
                .findFirst()
                .orElseThrow();
        this.told = question.workflow().selection().sources().stream()
                .filter(rule ->
                        rule.tellsActivity() && rule.appliesTo(judged.key().application()))
                .map(this::told)
                .toList();
    }

    private List<AccountRecord> everybody() {
        return population.accounts.getOrDefault(judged.key().application(), List.of());
    }

    private Told told(SourceRule rule) {
        Population.Reported feed = population.feeds.get(rule.source());
        boolean tellsEvents = feed != null
                && feed.applications().contains(judged.key().application())
                && feed.sightings().stream().anyMatch(Sighting.Event.class::isInstance);
        boolean tellsContent = feed != null
                && feed.applications().contains(judged.key().application())
                && feed.sightings().stream().anyMatch(Sighting.Owns.class::isInstance);
        return new Told(
                rule,
                Objects.requireNonNull(judged.evidence().bySource().get(rule.source())),
                rows(rule),
                health(rule).map(SourceHealth::completeFrom).findFirst().orElse(null),
                tellsEvents,
                tellsContent && !tellsEvents);
    }

    private Stream<SourceHealth> health(SourceRule rule) {
        return question.health().stream()
                .filter(one -> one.source().equals(rule.source())
                        && one.application().equals(judged.key().application())
                        && one.completeFrom() != null);
    }

    private List<Sighting> rows(SourceRule rule) {
        Population.Reported feed = population.feeds.get(rule.source());
        return feed == null || !feed.applications().contains(judged.key().application())
                ? List.of()
                : feed.sightingsByLogin().getOrDefault(judged.key().account(), List.of());
    }

    @Override
    public Instant now() {
        return question.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public @Nullable Object value(Fact fact) {
        if (!known.containsKey(fact)) {
            known.put(fact, find(fact));
        }
        return known.get(fact);
    }

    private @Nullable Object find(Fact fact) {
        return switch (fact) {
            case Fact.Known(Property property) -> property(property);
            case Fact.Attribute(String name) -> listed.details().attributes().get(name);
            case Fact.HasAttribute(String name) -> listed.details().attributes().containsKey(name);
            case Fact.Last(ActivityKind kind) -> last(kind);
            case Fact.Never _ -> never();
            case Fact.InactiveFor(Duration window) -> inactiveFor(now().minus(window));
            case Fact.Count(ActivityKind kind, Duration window) -> {
                Instant start = window == null ? null : now().minus(window);
                yield counted(start, events(kind, start).count());
            }
            case Fact.ActiveDays(Duration window) -> {
                Instant start = now().minus(window);
                yield counted(
                        start,
                        events(null, start)
                                .map(event -> event.at().atZone(ZoneOffset.UTC).toLocalDate())
                                .distinct()
                                .count());
            }
            case Fact.Holds(String entitlement) -> holds().contains(entitlement.toLowerCase(Locale.ROOT));
            case Fact.HoldsAny(String prefix) ->
                holds().stream()
                        .filter(held -> !ignored(held))
                        .anyMatch(held -> held.startsWith(prefix.toLowerCase(Locale.ROOT)));
        };
    }

    private boolean ignored(String held) {
        return question.workflow().selection().ignoring().stream()
                .anyMatch(pattern -> Reference.glob(pattern.toLowerCase(Locale.ROOT))
                        .matcher(held)
                        .matches());
    }

    private Set<String> holds() {
        return population.holds(judged.key(), listed);
    }

    private @Nullable Object property(Property property) {
        return switch (property) {
            case APPLICATION -> judged.key().application();
            case LOGIN -> listed.login();
            case ID -> judged.remoteId();
            case EMAIL -> judged.email();
            case EMAIL_DOMAIN -> domain();
            case KIND -> listed.kind();
            case STATE ->
                listed.details().state() == AccountState.UNKNOWN
                        ? null
                        : listed.details().state();
            case CREATED -> judged.evidence().created();
            case LICENCE ->
                holds().stream()
                        .filter(held -> held.startsWith("licence:"))
                        .min(Comparator.naturalOrder())
                        .map(held -> held.substring("licence:".length()))
                        .orElse("");
            case MANAGER -> listed.details().manager();
            case IS_MANAGER -> isManager();
            case PRIVATE_CONTENT -> content(Visibility.PRIVATE);
            case PUBLIC_CONTENT -> content(Visibility.PUBLIC);
        };
    }

    private @Nullable String domain() {
        String email = judged.email();
        return email == null || !email.contains("@")
                ? null
                : email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private @Nullable Boolean isManager() {
        boolean untold = false;
        for (AccountRecord other : everybody()) {
            String manager = other.details().manager();
            untold |= manager == null;
            if (manager != null
                    && !manager.isEmpty()
                    && Stream.of(listed.login(), judged.remoteId(), judged.email())
                            .anyMatch(name -> name != null && name.equalsIgnoreCase(manager))) {
                return true;
            }
        }
        return untold ? null : false;
    }

    private @Nullable Long content(Visibility visibility) {
        String application = judged.key().application();
        boolean tells = false;
        long count = 0;
        for (SourceRule rule : question.workflow().selection().sources()) {
            if (!rule.appliesTo(application)) {
                continue;
            }
            Evidence evidence = judged.evidence().bySource().get(rule.source());
            if (rule.need() == Need.REQUIRED && evidence instanceof Evidence.Unknown) {
                return null;
            }
            Population.Reported feed = population.feeds.get(rule.source());
            tells |= feed != null
                    && feed.applications().contains(application)
                    && feed.sightings().stream().anyMatch(Sighting.Owns.class::isInstance);
            count += rows(rule).stream()
                    .filter(row -> row instanceof Sighting.Owns owns && owns.visibility() == visibility)
                    .count();
        }
        return tells ? count : null;
    }

    private @Nullable Instant last(@Nullable ActivityKind kind) {
        Instant latest = told.stream()
                .filter(one -> one.evidence() instanceof Evidence.At)
                .map(one -> one.newest(kind))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        boolean never = false;
        for (Told one : told) {
            Instant since = one.completeFrom();
            Instant created = judged.evidence().created();
            boolean mayMiss = one.evidence() instanceof Evidence.NoneSince || one.evidence() instanceof Evidence.At;
            boolean always = since == null || (created != null && !since.isAfter(created));
            never |= one.evidence() instanceof Evidence.Never || (mayMiss && one.newest(kind) == null && always);
            boolean gap = mayMiss
                    && !always
                    && (latest == null || Objects.requireNonNull(since).isAfter(latest));
            if (one.isRequired() && (gap || !one.canTellInstants())) {
                return null;
            }
        }
        return latest != null ? latest : never ? Expression.NEVER : null;
    }

    private @Nullable Boolean never() {
        boolean seen = told.stream()
                .anyMatch(one -> one.evidence() instanceof Evidence.Says(Evidence.Opinion opinion)
                        ? opinion == Evidence.Opinion.ACTIVE
                        : one.newest(null) != null);
        if (seen) {
            return false;
        }
        if (told.stream().anyMatch(one -> one.isRequired() && !(one.evidence() instanceof Evidence.Never))) {
            return null;
        }
        return told.stream().anyMatch(one -> one.evidence() instanceof Evidence.Never) ? (Boolean) true : null;
    }

    private @Nullable Boolean inactiveFor(Instant start) {
        boolean inactive = false;
        boolean unknown = false;
        for (Told one : told) {
            Boolean says = switch (one.evidence()) {
                case Evidence.At(Instant at) -> at.isAfter(start) ? (Boolean) false : one.isComplete(start);
                case Evidence.NoneSince(Instant since) -> since.isAfter(start) ? null : true;
                case Evidence.Never() -> true;
                case Evidence.Says(Evidence.Opinion opinion) -> opinion == Evidence.Opinion.DORMANT;
                case Evidence.Unknown(String _, Instant seen) ->
                    (seen != null && seen.isAfter(start)) ? (Boolean) false : null;
            };
            if (says != null && !says) {
                return false;
            }
            inactive |= says != null;
            unknown |= says == null && one.isRequired();
        }
        return (unknown || !inactive) ? null : (Boolean) true;
    }

    private Stream<Sighting.Event> events(@Nullable ActivityKind kind, @Nullable Instant start) {
        return told.stream()
                .flatMap(Told::events)
                .filter(event -> kind == null || event.kind() == kind)
                .filter(event -> !event.at().isAfter(now())
                        && (start == null || event.at().isAfter(start)));
    }

    private @Nullable Long counted(@Nullable Instant start, long count) {
        boolean missing =
                told.stream().anyMatch(one -> one.isRequired() && !one.tellsContentAlone() && !one.counts(start));
        boolean unable = told.stream().noneMatch(one -> one.counts(start));
        return (missing || unable) ? null : (Long) count;
    }
}
