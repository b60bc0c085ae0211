package dev.dormouse.observations;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.History.Trace;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.PersonJoin;
import dev.dormouse.core.observations.PersonJoin.Declared;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Selection.Purpose;
import dev.dormouse.core.workflow.Selection.Subject;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Match;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A year of some accounts and the plan of a backtest over a part of it, from a seed; instants crowd at the boundaries. */
final class PastWorld {

    static final List<String> APPLICATIONS = List.of("github/acme", "google/acme.org");
    static final List<String> LICENCES = List.of("licence:pro", "Licence:Basic");
    private static final int ACCOUNTS = 40;
    private static final List<List<Integer>> THRESHOLDS =
            List.of(List.of(2, 3, 7), List.of(30, 45, 60), List.of(5, 9, 20, 100), List.of(30), List.of(7, 33));
    private static final List<String> ZONES =
            List.of("UTC", "Europe/London", "Pacific/Auckland", "Australia/Lord_Howe", "America/New_York");

    /** One source of events; it speaks about these applications as one feed. */
    record Source(
            String name,
            List<String> applications,
            Need need,
            @Nullable Instant from,
            Match match,
            List<Sighting.Event> events) {

        boolean tellsOfPersons() {
            return match == Match.PERSON;
        }
    }

    final Map<String, List<AccountRecord>> accounts = new LinkedHashMap<>();
    final List<Source> sources = new ArrayList<>();
    final BacktestPlan plan;
    /** Whose each account is; one that is missing here was not joined. */
    final Map<SubjectKey, Integer> persons = new HashMap<>();

    private final Subject subject;
    private final Match match;
    private final @Nullable Condition when;
    private final Random random;
    private final List<Instant> crowded = new ArrayList<>();
    private final ZoneId zone;
    private final List<Integer> thresholds;
    private final LocalDate from;
    private final LocalDate to;
    private long nextId = 1;

    PastWorld(long seed) {
        this(seed, Subject.ACCOUNT, Match.ACCOUNT, null);
    }

    /**
     * @param match whether one of the sources tells of persons
     * @param when the condition of the workflow; with one, accounts differ in more than what they did
     */
    PastWorld(long seed, Subject subject, Match match, @Nullable Condition when) {
        this.subject = subject;
        this.match = match;
        this.when = when;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        zone = ZoneId.of(pick(ZONES));
        thresholds = pick(THRESHOLDS);
        from = LocalDate.of(2024, 3, 1).plusDays(random.nextInt(250));
        to = from.plusDays(1 + random.nextInt(45));
        crowd();
        for (String application : APPLICATIONS) {
            accounts.put(application, listed());
        }
        boolean both = chance(0.5);
        sources.add(source("log", both ? APPLICATIONS : List.of(APPLICATIONS.getFirst()), Match.ACCOUNT));
        List<String> one = List.of(both && chance(0.5) ? APPLICATIONS.getFirst() : APPLICATIONS.getLast());
        sources.add(source("own", match == Match.PERSON ? APPLICATIONS : one, match));
        if (match == Match.PERSON) {
            join();
        }
        plan = new BacktestPlan(new History(question(), traces()), from, to, thresholds);
    }

    private void crowd() {
        List<LocalDate> days = from.datesUntil(to.plusDays(1)).toList();
        Condition counts = when != null && when.countsEvents() ? when : null;
        ZoneId judged = counts == null ? zone : ZoneOffset.UTC;
        List<Duration> lengths =
                new ArrayList<>(thresholds.stream().map(Duration::ofDays).toList());
        if (counts != null) {
            lengths.addAll(counts.windows());
        }
        List<LocalDate> edges = List.of(from.minusDays(1), from, to);
        for (int number = 0; number < 25; number++) {
            Instant day =
                    pick(number % 2 == 0 ? edges : days).atStartOfDay(judged).toInstant();
            Instant before = day.minus(pick(lengths));
            Instant after = before.plus(Duration.ofDays(pick(BacktestPlan.LOOK_AHEAD)));
            for (Instant instant :
                    List.of(day, before, after, day.plus(Duration.ofDays(pick(BacktestPlan.LOOK_AHEAD))))) {
                crowded.addAll(
                        List.of(instant, instant.minus(1, ChronoUnit.MICROS), instant.plus(1, ChronoUnit.MICROS)));
            }
        }
    }

    private List<AccountRecord> listed() {
        List<AccountRecord> listed = new ArrayList<>();
        for (int number = 0; number < ACCOUNTS; number++) {
            if (chance(0.9)) {
                Instant created = chance(0.7) ? instant() : null;
                AccountRecord plain =
                        new AccountRecord("User-" + number, null, AccountKind.HUMAN, null, created, held());
                listed.add(when == null ? plain : detailed(plain));
            }
        }
        return listed;
    }

    private List<String> held() {
        return isAboutGrants()
                ? LICENCES.stream().filter(licence -> chance(0.8)).toList()
                : List.of();
    }

    boolean isAboutGrants() {
        return subject == Subject.GRANT;
    }

    /** The same login is somebody else in the other application. */
    private void join() {
        for (String application : APPLICATIONS) {
            for (int number = 0; number < ACCOUNTS; number++) {
                if (chance(0.85)) {
                    int person = (number + APPLICATIONS.indexOf(application)) % ACCOUNTS;
                    persons.put(new SubjectKey(application, "user-" + number), person);
                }
            }
        }
    }

    /** Every person has two names there. */
    private static String name(int number, int event, Match match) {
        return match == Match.ACCOUNT ? "user-" + number : "sso-" + (number + ACCOUNTS * (event % 2));
    }

    boolean isOf(int person, Sighting.Event event) {
        return event.account().equals(name(person, 0, Match.PERSON))
                || event.account().equals(name(person, 1, Match.PERSON));
    }

    private AccountRecord detailed(AccountRecord plain) {
        Map<String, String> attributes = chance(0.6) ? Map.of("unit", pick(List.of("it", "hr"))) : Map.of();
        return new AccountRecord(
                plain.login(),
                null,
                pick(List.of(AccountKind.HUMAN, AccountKind.SERVICE)),
                null,
                plain.created(),
                Stream.concat(plain.holds().stream(), chance(0.5) ? Stream.of("team:red") : Stream.of())
                        .toList(),
                new AccountDetails(AccountState.ACTIVE, null, attributes));
    }

    private Source source(String name, List<String> applications, Match match) {
        boolean telling = isAboutGrants() && match == Match.ACCOUNT && chance(0.7);
        List<String> told =
                chance(0.8) ? List.of("", "LICENCE:pro", "licence:basic", "other") : List.of("", "licence:pro");
        List<Sighting.Event> events = new ArrayList<>();
        boolean loginsAlone = chance(0.3);
        for (int number = 0; number < ACCOUNTS + (match == Match.ACCOUNT ? 3 : 0); number++) {
            int many = random.nextInt(8);
            for (int event = 0; event < many; event++) {
                ActivityKind kind = loginsAlone ? ActivityKind.LOGIN : pick(List.of(ActivityKind.values()));
                String account = name(number, event, match);
                events.add(new Sighting.Event(account, instant(), kind, nextId++, telling ? pick(told) : null));
            }
        }
        Instant oldest =
                events.stream().map(Sighting.Event::at).min(Instant::compareTo).orElseThrow();
        Instant from = chance(0.4) ? null : chance(0.5) ? oldest : oldest.minusSeconds(random.nextInt(9_000_000));
        return new Source(name, applications, chance(0.7) ? Need.REQUIRED : Need.OPTIONAL, from, match, events);
    }

    private Question question() {
        List<SourceRule> rules = sources.stream()
                .map(source -> new SourceRule(
                        source.name(),
                        Workflows.days(90),
                        Role.ACTIVITY,
                        source.need(),
                        source.applications(),
                        ActivityKind.USE,
                        source.match()))
                .toList();
        Selection selection = new Selection(
                rules,
                Combine.ANY_ACTIVE_CLEARS,
                pick(List.of(NeverActive.values())),
                isAboutGrants() ? LICENCES : List.of(),
                when,
                List.of(),
                subject,
                Purpose.DORMANCY);
        Workflow workflow = Workflows.of(APPLICATIONS, selection, exemptions(), zone);
        Map<SubjectKey, Floor> floors = new HashMap<>();
        for (int number = 0; number < ACCOUNTS; number++) {
            if (chance(0.2)) {
                floors.put(new SubjectKey(pick(APPLICATIONS), "user-" + number), new Floor(instant(), "kept"));
            }
        }
        return new Question(workflow, to.plusDays(100).atStartOfDay(zone).toInstant(), List.of(), floors);
    }

    private Exemptions exemptions() {
        List<Exemption> entries = new ArrayList<>();
        for (int number = 0; number < ACCOUNTS; number++) {
            if (chance(0.15)) {
                LocalDate until = chance(0.6) ? from.plusDays(random.nextInt(200) - 150) : null;
                entries.add(new Exemption(Exemptions.Kind.ACCOUNT, "USER-" + number, until, ""));
            }
        }
        return new Exemptions(entries);
    }

    private List<Trace> traces() {
        List<Trace> traces = new ArrayList<>();
        for (Source source : sources) {
            boolean use = source.events().stream().anyMatch(event -> event.kind() != ActivityKind.LOGIN);
            source.applications()
                    .forEach(one -> traces.add(new Trace(source.name(), one, source.from(), source.need(), use)));
        }
        return traces;
    }

    private Instant instant() {
        return chance(0.6)
                ? pick(crowded)
                : from.minusDays(200)
                        .atStartOfDay(zone)
                        .toInstant()
                        .plus(random.nextLong(Duration.ofDays(420).toMillis()), ChronoUnit.MILLIS);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The same as plain objects, for the rules in Java. */
    Population population() {
        Population population = new Population();
        population.accounts.putAll(accounts);
        for (Source source : sources) {
            population.feeds.put(
                    source.name(),
                    new Population.Reported(source.applications(), List.copyOf(source.events()), List.of()));
            source.applications()
                    .forEach(one -> population.health.add(
                            Population.health(source.name(), one, null, source.from(), Absence.NOTHING_SEEN)));
        }
        return population;
    }

    void fill(Observations store) {
        list(store);
        for (Source source : sources) {
            int half = source.events().size() / 2;
            take(store, source, source.events().subList(0, half));
            take(
                    store,
                    source,
                    source.events().subList(half / 2, source.events().size()));
        }
        joinPersons(store);
    }

    private void joinPersons(Observations store) {
        if (match == Match.ACCOUNT) {
            return;
        }
        List<Declared> declared = new ArrayList<>();
        persons.forEach((account, person) ->
                declared.add(new Declared(account.application(), account.account(), "p" + person + "@acme.example")));
        for (int number = 0; number < ACCOUNTS * 2; number++) {
            declared.add(new Declared("own", "sso-" + number, "p" + number % ACCOUNTS + "@acme.example"));
        }
        store.join(new PersonJoin(List.of(), declared, Set.copyOf(APPLICATIONS), Set.of("own")));
    }

    /** As it comes from week to week: in the order of time but for some that come late, in a different rhythm for each source. */
    void fillInOrder(Observations store) {
        list(store);
        Random late = new Random(nextId);
        for (Source source : sources) {
            Map<Long, List<Sighting.Event>> weeks = new TreeMap<>();
            int rhythm = 5 + late.nextInt(60);
            for (Sighting.Event event : source.events()) {
                long week = Math.floorDiv(event.at().getEpochSecond() / 86_400, rhythm)
                        + (late.nextInt(10) == 0 ? late.nextInt(5) : 0);
                weeks.computeIfAbsent(week, each -> new ArrayList<>()).add(event);
            }
            weeks.values().forEach(events -> take(store, source, events));
        }
        joinPersons(store);
    }

    private void list(Observations store) {
        accounts.forEach((application, listed) -> {
            try (AccountIntake intake = store.accounts(application)) {
                listed.forEach(intake);
                intake.complete();
            }
        });
    }

    private static void take(Observations store, Source source, List<Sighting.Event> events) {
        try (FeedIntake intake = store.feed(source.name(), source.applications())) {
            events.forEach(intake::sighting);
        }
    }
}
