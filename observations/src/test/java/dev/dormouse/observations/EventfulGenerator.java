package dev.dormouse.observations;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.SourceRule;
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
import dev.dormouse.spi.Sighting.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Populations with logs of events, content, managers and attributes; instants crowd at the ends of windows and days. */
final class EventfulGenerator {

    private static final List<String> APPLICATIONS = List.of("github/acme", "sac/acme");
    private static final List<String> SOURCES = List.of("log", "usage", "people");
    private static final List<String> HELD =
            List.of("org-member", "outside-collaborator", "team:it", "Team:Ops", "licence:pro", "licence:Basic");

    final Random random;
    final Instant now;
    private final List<Instant> instants = new ArrayList<>();
    private long lastId;

    EventfulGenerator(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        now = Instant.parse(pick(List.of(
                "2024-06-19T12:00:00Z",
                "2024-06-19T00:00:00Z",
                "2024-06-18T23:59:59.999999Z",
                "2024-03-31T00:30:00.123456789Z",
                "2025-03-01T00:00:00.000001Z")));
        for (Duration window : ConditionGenerator.WINDOWS) {
            Instant start = now.minus(window).truncatedTo(ChronoUnit.MICROS);
            around(start);
            around(start.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
        }
        around(now.truncatedTo(ChronoUnit.MICROS));
        around(now.truncatedTo(ChronoUnit.DAYS));
        for (int i = 0; i < 20; i++) {
            instants.add(now.minusSeconds(random.nextInt(86_400 * 120)).truncatedTo(ChronoUnit.MICROS));
        }
    }

    private void around(Instant instant) {
        instants.addAll(List.of(instant, instant.minus(1, ChronoUnit.MICROS), instant.plus(1, ChronoUnit.MICROS)));
    }

    Population population(int size) {
        Population population = new Population();
        for (String application : APPLICATIONS) {
            boolean managersAreTold = chance(0.5);
            List<AccountRecord> listed = new ArrayList<>();
            for (int number = 0; number < size; number++) {
                listed.add(account(number, 0.6, managersAreTold));
            }
            population.accounts.put(application, listed);
        }
        for (String source : SOURCES) {
            population.feeds.put(source, reported(source, size));
            for (String application : APPLICATIONS) {
                population.health.add(Population.health(
                        source,
                        application,
                        chance(0.1) ? source + ".json: cut off in line 7" : null,
                        chance(0.5) ? instant() : null,
                        Absence.NOTHING_SEEN));
            }
        }
        return population;
    }

    private Population.Reported reported(String source, int size) {
        List<Sighting> sightings = new ArrayList<>();
        List<AccountRecord> attributes = new ArrayList<>();
        for (int number = 0; number < size + 3; number++) {
            int rows = pick(List.of(0, 1, 2, 4, 8));
            for (int row = 0; row < rows; row++) {
                sightings.add(sighting(source, spelled(number)));
            }
            if (chance(0.1)) {
                attributes.add(account(number, 0.2, false));
            }
        }
        return new Population.Reported(APPLICATIONS, sightings, attributes);
    }

    private Sighting sighting(String source, String login) {
        int kind = random.nextInt(100);
        if (kind == 0) {
            return new Sighting.Unreadable(login, new Problem("x:" + random.nextInt(99) + ":1", "'soon' is no date"));
        }
        if (kind == 1) {
            return new Sighting.Active(login);
        }
        if (kind < 4) {
            return new Sighting.Never(login);
        }
        ActivityKind activity = pick(List.of(ActivityKind.values()));
        if (source.equals("people")) {
            return new Sighting.At(login, instant(), activity);
        }
        return kind < 20
                ? new Sighting.Owns(login, pick(List.of(Visibility.values())))
                : new Sighting.Event(login, instant(), activity, lastId++);
    }

    private AccountRecord account(int number, double known, boolean managerIsTold) {
        List<String> holds = HELD.stream().filter(held -> chance(known / 2)).toList();
        Map<String, String> attributes = new HashMap<>();
        if (chance(0.6)) {
            attributes.put("town", pick(List.of("Paris", "", "it's")));
        }
        if (chance(0.4)) {
            attributes.put("unit", pick(List.of("it", "a_b%", "öé😀")));
        }
        return new AccountRecord(
                spelled(number),
                chance(known) ? "ID-" + random.nextInt(1000) : null,
                pick(List.of(AccountKind.values())),
                chance(known) ? "U" + random.nextInt(1000) + pick(List.of("@Example.org", "@x@b.org", "")) : null,
                chance(known) ? instant() : null,
                holds,
                new AccountDetails(
                        pick(List.of(AccountState.values())),
                        managerIsTold || chance(0.9) ? manager() : null,
                        attributes));
    }

    private String manager() {
        return pick(List.of("", "", "user-" + random.nextInt(60), "id-" + random.nextInt(1000), "u7@example.org"));
    }

    private String spelled(int number) {
        String login = "User-" + number;
        return chance(0.5) ? login : login.toUpperCase(Locale.ROOT);
    }

    Question question(Population population, @Nullable Condition when) {
        List<SourceRule> rules = new ArrayList<>();
        for (String source : SOURCES) {
            if (chance(0.75)) {
                boolean asked = when == null || chance(0.5);
                rules.add(new SourceRule(
                        source,
                        asked ? null : Workflows.days(30),
                        asked ? Role.ASKED : Role.ACTIVITY,
                        chance(0.7) ? Need.REQUIRED : Need.OPTIONAL,
                        chance(0.8) ? List.of() : List.of(pick(APPLICATIONS)),
                        ActivityKind.USE));
            }
        }
        Selection selection = new Selection(
                rules,
                pick(List.of(Combine.values())),
                pick(List.of(NeverActive.values())),
                List.of(),
                when,
                pick(IGNORING));
        return new Question(
                Workflows.of(APPLICATIONS, selection, new Exemptions(List.of())), now, population.health, Map.of());
    }

    private static final List<List<String>> IGNORING =
            List.of(List.of(), List.of("Team:I?"), List.of("team:*", "LICENCE:PRO"), List.of("*:*a*", "licence:.*"));

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
