package dev.dormouse.observations;

import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.judging.Evidence.Opinion;
import dev.dormouse.core.judging.Judge;
import dev.dormouse.core.judging.SubjectEvidence;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same judgement without a database, one account after another, written as the rules are told. */
final class Reference {

    private final Population population;
    private final Question question;
    private final Workflow workflow;
    private @Nullable ReferencePersons persons;

    Reference(Population population, Question question) {
        this.population = population;
        this.question = question;
        this.workflow = question.workflow();
    }

    /** Every account in scope, in order. */
    List<Judged> judge() {
        List<Judged> judged = new ArrayList<>();
        for (String application : workflow.applications()) {
            for (AccountRecord account : population.accounts.getOrDefault(application, List.of())) {
                judge(application, account, judged);
            }
        }
        judged.sort(Comparator.comparing((Judged one) -> one.key().application())
                .thenComparing(one -> one.key().account())
                .thenComparing(one -> String.valueOf(one.entitlement())));
        return judged;
    }

    private void judge(String application, AccountRecord listed, List<Judged> judged) {
        SubjectKey key = new SubjectKey(application, listed.login());
        Set<String> holds = population.holds(key, listed, matched());
        List<String> asked = workflow.selection().holding();
        List<String> held = asked.stream()
                .filter(name -> holds.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        if (workflow.selection().isAboutGrants()) {
            held.forEach(entitlement -> judge(key, listed, entitlement, judged));
        } else if (asked.isEmpty() || !held.isEmpty()) {
            judge(key, listed, asked.isEmpty() ? null : held.getFirst(), judged);
        }
    }

    private void judge(SubjectKey key, AccountRecord listed, @Nullable String entitlement, List<Judged> judged) {
        String application = key.application();
        List<AccountRecord> told = population.attributes(key, matched());
        Set<String> holds = population.holds(key, listed, matched());
        Instant created = listed.created() != null
                ? listed.created()
                : told.stream()
                        .map(AccountRecord::created)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        SubjectEvidence evidence = new SubjectEvidence(
                created,
                floor(key, listed, holds),
                exemptedBy(key, listed, holds),
                bySource(key, entitlement, created));
        judged.add(new Judged(
                key,
                listed.login(),
                first(listed.remoteId(), told.stream().map(AccountRecord::remoteId)),
                first(listed.email(), told.stream().map(AccountRecord::email)),
                entitlement,
                new Judge(workflow.selection(), question.now(), workflow.zone())
                        .judge(application, evidence)
                        .answer(),
                evidence));
    }

    private Set<String> matched() {
        return workflow.selection().sources().stream()
                .filter(SourceRule::matchesPersons)
                .map(SourceRule::source)
                .collect(Collectors.toSet());
    }

    private static @Nullable String first(@Nullable String own, Stream<@Nullable String> told) {
        return own != null
                ? own
                : told.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private Map<String, Evidence> bySource(SubjectKey key, @Nullable String entitlement, @Nullable Instant created) {
        Map<String, Evidence> bySource = new LinkedHashMap<>();
        for (SourceRule rule : workflow.selection().sources()) {
            if (rule.appliesTo(key.application())) {
                bySource.put(rule.source(), beforeGap(rule, key, evidence(rule, key, entitlement, created)));
            }
        }
        return bySource;
    }

    /** Old activity proves no silence where the source has lost days inside the window. */
    private Evidence beforeGap(SourceRule rule, SubjectKey key, Evidence evidence) {
        if (!(evidence instanceof Evidence.At(Instant at)) || rule.inactiveFor() == null) {
            return evidence;
        }
        Instant start = rule.inactiveFor().before(question.now(), workflow.zone());
        return question.health().stream()
                .filter(one ->
                        one.source().equals(rule.source()) && one.application().equals(key.application()))
                .map(SourceHealth::completeFrom)
                .filter(from -> from != null && from.isAfter(start) && !at.isAfter(start))
                .findFirst()
                .<Evidence>map(from -> new Evidence.Unknown("it tells everything only since " + from, at))
                .orElse(evidence);
    }

    private Evidence evidence(
            SourceRule rule, SubjectKey key, @Nullable String entitlement, @Nullable Instant created) {
        Population.Reported feed = population.feeds.get(rule.source());
        List<Sighting> rows = feed == null || !feed.applications().contains(key.application())
                ? List.of()
                : feed.sightingsByLogin().getOrDefault(key.account(), List.of()).stream()
                        .filter(row -> !(row instanceof Sighting.Owns))
                        .filter(row -> counts(feed, row, entitlement))
                        .toList();
        Instant newest = rows.stream()
                .map(row -> switch (row) {
                    case Sighting.At at -> at.at();
                    case Sighting.Event event -> event.at();
                    case Sighting.Owns _,
                            Sighting.Never _,
                            Sighting.Dormant _,
                            Sighting.Active _,
                            Sighting.Unreadable _ -> null;
                })
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        SourceHealth health = question.health().stream()
                .filter(one ->
                        one.source().equals(rule.source()) && one.application().equals(key.application()))
                .findFirst()
                .orElse(null);
        String fault = health == null ? "it was not read" : health.fault();
        if (rule.matchesPersons()) {
            persons = persons == null ? new ReferencePersons(population) : persons;
            return persons.evidence(rule, key, created, Objects.requireNonNull(feed), fault, health);
        }
        if (fault != null) {
            return has(rows, Sighting.Active.class)
                    ? new Evidence.Says(Opinion.ACTIVE)
                    : new Evidence.Unknown(fault, newest);
        }
        if (feed != null
                && tells(feed)
                && neverNames(feed, entitlement)
                && feed.applications().contains(key.application())) {
            return new Evidence.Unknown("what it says cannot be read: it has no record of " + entitlement, newest);
        }
        return rows.isEmpty() ? absent(rule, Objects.requireNonNull(health), created) : present(rule, rows, newest);
    }

    static Evidence present(SourceRule rule, List<Sighting> rows, @Nullable Instant newest) {
        boolean active = has(rows, Sighting.Active.class);
        boolean asksWhen = rule.inactiveFor() != null || !rule.decides();
        if (active && !(asksWhen && newest != null)) {
            return new Evidence.Says(Opinion.ACTIVE);
        }
        if (has(rows, Sighting.Unreadable.class)) {
            String problem = rows.stream()
                    .map(row -> row instanceof Sighting.Unreadable bad
                            ? bad.problem().toString()
                            : null)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return new Evidence.Unknown("what it says cannot be read: " + problem, newest);
        }
        boolean dormant = has(rows, Sighting.Dormant.class);
        if (newest != null && (asksWhen || !dormant)) {
            return new Evidence.At(newest);
        }
        return dormant ? new Evidence.Says(Opinion.DORMANT) : new Evidence.Never();
    }

    static Evidence absent(SourceRule rule, SourceHealth health, @Nullable Instant created) {
        if (health.absence() == Absence.SAYS_ACTIVE || rule.role() == SourceRule.Role.CANDIDATES) {
            return new Evidence.Says(Opinion.ACTIVE);
        }
        Instant from = health.completeFrom();
        return from == null || (created != null && !from.isAfter(created))
                ? new Evidence.Never()
                : new Evidence.NoneSince(from);
    }

    private static boolean has(List<Sighting> rows, Class<? extends Sighting> kind) {
        return rows.stream().anyMatch(kind::isInstance);
    }

    /** Whether the row is about the grant; about an account every row is. */
    private boolean counts(Population.Reported feed, Sighting row, @Nullable String entitlement) {
        if (!tells(feed)) {
            return true;
        }
        String of = row.entitlement();
        return of != null && (of.isEmpty() || of.equalsIgnoreCase(entitlement));
    }

    private boolean tells(Population.@Nullable Reported feed) {
        return workflow.selection().isAboutGrants()
                && feed != null
                && feed.sightings().stream().anyMatch(row -> row.entitlement() != null);
    }

    private static boolean neverNames(Population.@Nullable Reported feed, @Nullable String entitlement) {
        return feed != null
                && feed.sightings().stream()
                        .noneMatch(row -> String.valueOf(row.entitlement()).equalsIgnoreCase(entitlement));
    }

    private @Nullable Floor floor(SubjectKey key, AccountRecord listed, Set<String> holds) {
        Instant ended = workflow.exemptions().entries().stream()
                .filter(entry -> !holdsNow(entry) && matches(entry, key, listed, holds))
                .map(this::ends)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Floor known = question.floors().get(key);
        if (ended == null || (known != null && !known.at().isBefore(ended))) {
            return known;
        }
        return new Floor(ended, "end of exemption");
    }

    private @Nullable String exemptedBy(SubjectKey key, AccountRecord listed, Set<String> holds) {
        return workflow.exemptions().entries().stream()
                .filter(entry -> holdsNow(entry) && matches(entry, key, listed, holds))
                .map(entry -> entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + entry.match()
                        + (entry.until() == null ? "" : " until " + entry.until())
                        + (entry.reason().isEmpty() ? "" : ": " + entry.reason()))
                .findFirst()
                .orElse(null);
    }

    private boolean holdsNow(Exemption entry) {
        Instant ends = ends(entry);
        return ends == null || question.now().isBefore(ends);
    }

    private @Nullable Instant ends(Exemption entry) {
        return entry.until() == null
                ? null
                : entry.until().plusDays(1).atStartOfDay(workflow.zone()).toInstant();
    }

    static boolean matches(Exemption entry, SubjectKey key, AccountRecord listed, Set<String> holds) {
        String match = entry.match().toLowerCase(Locale.ROOT);
        return switch (entry.kind()) {
            case ACCOUNT -> key.account().equals(match);
            case PATTERN -> glob(match).matcher(key.account()).matches();
            case GROUP -> holds.contains(match);
            case ACCOUNT_KIND ->
                listed.kind().name().toLowerCase(Locale.ROOT).replace('_', '-').equals(match);
        };
    }

    static Pattern glob(String pattern) {
        return Pattern.compile(pattern.chars()
                .mapToObj(letter -> switch (letter) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(letter));
                })
                .collect(Collectors.joining()));
    }
}
