package dev.dormouse.observations;

import dev.dormouse.core.observations.PersonJoin;
import dev.dormouse.core.observations.PersonJoin.Declared;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Match;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Organisations from a seed, where people have several addresses, share some, and are named in several ways. */
final class PeopleGenerator {

    private static final String GITHUB = "github/acme";
    private static final String GOOGLE = "google/acme.org";
    private static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");
    private static final List<String> SOURCES = List.of("idp", "door");

    private final Random random;
    private final int size;

    PeopleGenerator(long seed, int size) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.size = size;
    }

    Population population() {
        Population population = new Population();
        population.accounts.put(GITHUB, accounts("gh-", 0.6));
        population.accounts.put(GOOGLE, accounts("", 0.9));
        population.feeds.put("users", list());
        for (String source : SOURCES) {
            population.feeds.put(source, log(source));
        }
        population.feeds.put("people", people());
        for (String source : List.of("idp", "door", "people")) {
            for (String application : List.of(GITHUB, GOOGLE)) {
                population.health.add(Population.health(
                        source,
                        application,
                        chance(0.15) ? source + ".json: cut off in line 7" : null,
                        chance(0.5) ? ago(random.nextInt(200)) : null,
                        Absence.NOTHING_SEEN));
            }
        }
        List<String> from = pick(List.of(List.of(), List.of("users"), List.of("users", GOOGLE)));
        population.join = new PersonJoin(from, declared(), Set.of(GITHUB, GOOGLE), Set.copyOf(SOURCES));
        return population;
    }

    private List<AccountRecord> accounts(String prefix, double known) {
        List<AccountRecord> accounts = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            boolean google = prefix.isEmpty();
            String login = google ? address(number, 0) : prefix + "User" + number;
            accounts.add(new AccountRecord(
                    login,
                    chance(0.3) ? prefix + "id" + number : null,
                    AccountKind.HUMAN,
                    chance(known) ? address(stray(number), random.nextInt(2)) : chance(0.1) ? "none" : null,
                    chance(0.7) ? ago(random.nextInt(300)) : null,
                    List.of("org-member")));
        }
        return accounts;
    }

    /** Mostly the number itself. */
    private int stray(int number) {
        return chance(0.9) ? number : random.nextInt(size);
    }

    private String address(int number, int which) {
        String address = (which == 0 ? "user-%04d@acme.example" : "u%d@alias.example").formatted(number);
        return chance(0.5) ? address : address.toUpperCase(Locale.ROOT);
    }

    private Population.Reported list() {
        List<Sighting> sightings = new ArrayList<>();
        List<AccountRecord> attributes = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            if (chance(0.85)) {
                String id = "00U" + number;
                sightings.add(new Sighting.Never(id));
                List<String> aliases = chance(0.6) ? List.of(address(stray(number), 1)) : List.of();
                attributes.add(person(id, chance(0.8) ? address(number, 0) : null, aliases));
                if (chance(0.1)) {
                    attributes.add(person(id, address(number, 1), List.of()));
                }
            }
        }
        return new Population.Reported(List.of(GITHUB, GOOGLE), sightings, attributes);
    }

    private AccountRecord person(String login, @Nullable String email, List<String> aliases) {
        AccountDetails details = new AccountDetails(AccountState.UNKNOWN, null, Map.of(), aliases);
        String id = chance(0.1) ? "uuid-" + login : null;
        return new AccountRecord(login, id, AccountKind.HUMAN, email, null, List.of(), details);
    }

    private Population.Reported log(String source) {
        boolean events = source.equals("idp");
        List<Sighting> sightings = new ArrayList<>();
        List<AccountRecord> attributes = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            for (int row = random.nextInt(3); row > 0; row--) {
                String name = named(number);
                sightings.add(events ? event(name) : state(name));
                if (chance(0.4)) {
                    attributes.add(person(name, address(stray(number), 0), List.of()));
                }
            }
        }
        List<String> about = chance(0.7) ? List.of(GITHUB, GOOGLE) : List.of(GITHUB);
        return new Population.Reported(about, sightings, attributes);
    }

    private String named(int number) {
        return switch (random.nextInt(5)) {
            case 0 -> "00u" + number;
            case 1 -> address(number, 1);
            case 2 -> "jsmith" + number;
            case 3 -> "gh-user" + number;
            default -> address(number, 0);
        };
    }

    private Sighting event(String name) {
        return new Sighting.Event(name, instant(), pick(List.of(ActivityKind.values())), random.nextLong());
    }

    private Sighting state(String name) {
        return switch (random.nextInt(8)) {
            case 0 -> new Sighting.Never(name);
            case 1 -> new Sighting.Dormant(name);
            case 2 -> new Sighting.Active(name);
            case 3 -> new Sighting.Unreadable(name, new Problem("x:" + random.nextInt(99) + ":1", "'soon' is no date"));
            default -> new Sighting.At(name, instant(), ActivityKind.USE);
        };
    }

    private Population.Reported people() {
        List<Sighting> sightings = new ArrayList<>();
        List<AccountRecord> attributes = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            if (chance(0.7)) {
                sightings.add(new Sighting.At("gh-user" + number, instant(), ActivityKind.USE));
            }
            if (chance(0.4)) {
                attributes.add(person("gh-user" + number, address(stray(number), 0), List.of()));
            }
        }
        return new Population.Reported(List.of(GITHUB, GOOGLE), sightings, attributes);
    }

    private List<Declared> declared() {
        List<Declared> declared = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            if (chance(0.08)) {
                declared.add(new Declared(GITHUB, "gh-User" + number, address(stray(number), 0)));
            }
            if (chance(0.08)) {
                declared.add(new Declared("idp", named(number), address(stray(number), random.nextInt(2))));
            }
        }
        return declared;
    }

    Question question(Population population, dev.dormouse.core.condition.@Nullable Condition when) {
        List<SourceRule> rules = new ArrayList<>();
        for (String source : SOURCES) {
            if (chance(0.8) || rules.isEmpty()) {
                rules.add(rule(source, chance(0.85) ? Match.PERSON : Match.ACCOUNT));
            }
        }
        if (chance(0.5)) {
            rules.add(rule("people", Match.ACCOUNT));
        }
        Selection selection = new Selection(
                rules, pick(List.of(Combine.values())), pick(List.of(NeverActive.values())), List.of(), when);
        List<String> applications = chance(0.6) ? List.of(GITHUB, GOOGLE) : List.of(GITHUB);
        return new Question(Workflows.of(applications, selection, Exemptions.none()), NOW, population.health, Map.of());
    }

    private SourceRule rule(String source, Match match) {
        return new SourceRule(
                source,
                Workflows.days(pick(List.of(30, 90))),
                Role.ACTIVITY,
                chance(0.7) ? Need.REQUIRED : Need.OPTIONAL,
                List.of(),
                pick(List.of(ActivityKind.values())),
                match);
    }

    private Instant instant() {
        return pick(List.of(ago(30), ago(90), ago(random.nextInt(150)), ago(90).plusSeconds(1)));
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
