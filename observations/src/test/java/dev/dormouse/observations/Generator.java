package dev.dormouse.observations;

import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Selection.Subject;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Populations and workflows from a seed, with instants that crowd around the boundaries. */
final class Generator {

    static final List<String> APPLICATIONS = List.of("github/acme", "github/data", "google/acme.org");
    static final List<String> SOURCES = List.of("report", "people", "audit", "auth0");
    private static final List<String> HELD =
            List.of("org-member", "outside-collaborator", "team:executives", "team:it");
    private static final List<Window> WINDOWS = List.of(
            Workflows.days(30), Workflows.days(90), Workflows.months(3), Workflows.months(1), Workflows.days(0));

    final Instant now;
    private final Random random;
    private final Subject subject;
    private final List<Instant> instants = new ArrayList<>();

    Generator(long seed) {
        this(seed, Subject.ACCOUNT);
    }

    /** @param subject of the workflows; with grants some sources tell entitlements */
    Generator(long seed, Subject subject) {
        this.subject = subject;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        List<String> nows = List.of(
                "2024-06-19T12:00:00Z",
                "2024-05-31T12:00:00Z",
                "2024-03-31T00:30:00.123456789Z",
                "2025-03-01T00:00:00Z");
        now = Instant.parse(pick(nows));
        for (Window window : WINDOWS) {
            Instant start = window.before(now, Workflows.LONDON).truncatedTo(ChronoUnit.MICROS);
            instants.addAll(List.of(start, start.minus(1, ChronoUnit.MICROS), start.plus(1, ChronoUnit.MICROS)));
        }
        instants.addAll(List.of(
                now.plusSeconds(86_400).truncatedTo(ChronoUnit.MICROS), Instant.parse("1969-07-20T20:17:40.000001Z")));
        for (int i = 0; i < 6; i++) {
            instants.add(now.minusSeconds(random.nextInt(86_400 * 200)).truncatedTo(ChronoUnit.MICROS));
        }
    }

    Population population(int size) {
        Population population = new Population();
        for (String application : APPLICATIONS) {
            List<AccountRecord> listed = new ArrayList<>();
            for (int number = 0; number < size; number++) {
                if (chance(0.9)) {
                    listed.add(account(number, 0.5));
                }
            }
            population.accounts.put(application, listed);
        }
        for (String source : SOURCES) {
            population.feeds.put(source, reported(source, size));
            for (String application : APPLICATIONS) {
                if (chance(0.9)) {
                    population.health.add(Population.health(
                            source,
                            application,
                            chance(0.2) ? source + ".json: cut off in line 7" : null,
                            chance(0.5) ? instant() : null,
                            source.equals("report") && chance(0.8) ? Absence.SAYS_ACTIVE : Absence.NOTHING_SEEN));
                }
            }
        }
        return population;
    }

    private Population.Reported reported(String source, int size) {
        List<Sighting> sightings = new ArrayList<>();
        List<AccountRecord> attributes = new ArrayList<>();
        boolean tells = subject == Subject.GRANT && chance(0.6);
        for (int number = 0; number < size + 5; number++) {
            int rows = pick(List.of(0, 1, 1, 1, 2, 3));
            for (int row = 0; row < rows; row++) {
                Sighting one = sighting(source, spelled(number));
                sightings.add(tells ? ofEntitlement(one) : one);
            }
            if (chance(0.3)) {
                attributes.add(account(number, 0.1));
            }
        }
        List<String> applications = chance(0.5) ? APPLICATIONS : List.of(pick(APPLICATIONS));
        return new Population.Reported(applications, sightings, attributes);
    }

    private Sighting sighting(String source, String login) {
        int kind = random.nextInt(10);
        if (source.equals("report") && kind < 6) {
            return new Sighting.Dormant(login);
        }
        return switch (kind) {
            case 6 -> new Sighting.Never(login);
            case 7 -> new Sighting.Active(login);
            case 8 ->
                new Sighting.Unreadable(login, new Problem("x:" + random.nextInt(99) + ":1", "'soon' is no date"));
            case 9 -> new Sighting.Dormant(login);
            default -> new Sighting.At(login, instant(), ActivityKind.USE);
        };
    }

    /** Mostly of one; the last of those that are held is never named. */
    private Sighting ofEntitlement(Sighting one) {
        String entitlement =
                chance(0.2) ? "" : HELD.get(random.nextInt(HELD.size() - 1)).toUpperCase(Locale.ROOT);
        return switch (one) {
            case Sighting.At at -> new Sighting.At(at.account(), at.at(), at.kind(), entitlement);
            case Sighting.Never never -> new Sighting.Never(never.account(), entitlement);
            case Sighting.Unreadable bad -> new Sighting.Unreadable(bad.account(), bad.problem(), "");
            case Sighting.Event _, Sighting.Owns _, Sighting.Dormant _, Sighting.Active _ -> one;
        };
    }

    private AccountRecord account(int number, double known) {
        List<String> holds = new ArrayList<>();
        HELD.stream().filter(held -> chance(known / 2)).forEach(holds::add);
        return new AccountRecord(
                spelled(number),
                chance(known) ? "id-" + random.nextInt(1000) : null,
                pick(List.of(AccountKind.HUMAN, AccountKind.HUMAN, AccountKind.SERVICE, AccountKind.BREAK_GLASS)),
                chance(known) ? "u" + random.nextInt(1000) + "@example.org" : null,
                chance(known) ? instant() : null,
                holds);
    }

    private String spelled(int number) {
        String login = (number % 7 == 0 ? "Bot_I" : "User-I") + number;
        return chance(0.5) ? login : login.toUpperCase(Locale.ROOT);
    }

    Question question(Population population, int size) {
        List<SourceRule> rules = new ArrayList<>();
        for (String source : SOURCES) {
            if (chance(0.8)) {
                rules.add(rule(source));
            }
        }
        if (chance(0.03)) {
            rules.clear();
        }
        Selection selection = new Selection(
                rules,
                pick(List.of(Combine.values())),
                pick(List.of(NeverActive.values())),
                subject == Subject.GRANT
                        ? HELD.subList(random.nextInt(2), HELD.size())
                        : chance(0.5) ? List.of() : List.of(pick(HELD), pick(HELD)),
                null,
                List.of(),
                subject,
                Selection.Purpose.DORMANCY);
        List<String> applications = chance(0.7) ? APPLICATIONS : List.of(pick(APPLICATIONS));
        return new Question(Workflows.of(applications, selection, exemptions()), now, population.health, floors(size));
    }

    private SourceRule rule(String source) {
        boolean verdict = source.equals("report") ? chance(0.8) : chance(0.1);
        return new SourceRule(
                source,
                verdict ? null : pick(WINDOWS),
                chance(0.8) ? Role.ACTIVITY : Role.CANDIDATES,
                chance(0.7) ? Need.REQUIRED : Need.OPTIONAL,
                chance(0.8) ? List.of() : List.of(pick(APPLICATIONS)),
                pick(List.of(ActivityKind.values())));
    }

    private Exemptions exemptions() {
        List<Exemption> entries = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Exemptions.Kind kind = pick(List.of(Exemptions.Kind.values()));
            String match = switch (kind) {
                case ACCOUNT -> spelled(random.nextInt(20));
                case PATTERN -> pick(List.of("bot_*", "BOT?I1*", "*-I?", "user_*", "*%*", "!*"));
                case GROUP -> pick(HELD);
                case ACCOUNT_KIND -> pick(List.of("service", "Break-Glass", "robot"));
            };
            entries.add(new Exemption(kind, match, until(), chance(0.5) ? "" : "it's needed"));
        }
        return new Exemptions(entries);
    }

    private @Nullable LocalDate until() {
        LocalDate today = now.atZone(Workflows.LONDON).toLocalDate();
        return chance(0.4) ? null : today.plusDays(pick(List.of(-100, -91, -30, -2, -1, 0, 1)));
    }

    private Map<SubjectKey, Floor> floors(int size) {
        Map<SubjectKey, Floor> floors = new HashMap<>();
        for (int number = 0; number < size; number++) {
            if (chance(0.15)) {
                floors.put(new SubjectKey(pick(APPLICATIONS), spelled(number)), new Floor(instant(), "kept"));
            }
        }
        return floors;
    }

    private Instant instant() {
        return pick(instants);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
