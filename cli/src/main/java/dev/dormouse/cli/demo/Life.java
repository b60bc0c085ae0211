package dev.dormouse.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person did, as far as somebody can know who looks at an instant. */
final class Life {

    /** Before this GitHub calls an account dormant. */
    private static final Duration DORMANT_AFTER = Duration.ofDays(90);

    private static final Instant RHYTHM_BEGINS = Instant.parse("2023-01-02T07:15:00Z");

    private Life() {}

    /** What the People page of the organisation tells; null for "No activity". */
    static @Nullable Instant lastSeen(Person person, String organization, Instant now) {
        if (person.habit() == Habit.SPLIT && organization.equals(Population.ACME_DATA)) {
            return rhythm(person, now);
        }
        return lastUse(person, now);
    }

    /** The last time that GitHub counts as use. */
    static @Nullable Instant lastUse(Person person, Instant now) {
        Instant back = comesBack(person);
        if (back != null && !back.isAfter(now)) {
            return back;
        }
        return switch (person.habit()) {
            case ACTIVE -> rhythm(person, now);
            case NEVER -> null;
            // One after the other falls silent, so that GitHub's report is another one on each day.
            case ONLY_AUTH0 ->
                Calendar.FIRST_EXPORTS
                        .minus(DORMANT_AFTER)
                        .minus(Duration.ofDays(27))
                        .plus(Duration.ofDays(5L * person.rank()));
            case DORMANT,
                    RETURNS,
                    RETURNS_LATE,
                    BOUNCES,
                    NO_ADDRESS,
                    KEPT,
                    EXEMPTED,
                    LEAVES,
                    SPLIT,
                    UNREADABLE,
                    RESTORED,
                    BOT -> longAgo(person);
        };
    }

    /** What the audit log of the last 180 days holds, newest first. */
    static List<Instant> audited(Person person, Instant now) {
        List<Instant> events = new ArrayList<>();
        Instant use = lastUse(person, now);
        Instant kept = now.minus(Duration.ofDays(179));
        int most = person.habit() == Habit.ACTIVE ? 3 : 1;
        while (use != null && use.isAfter(kept) && events.size() < most) {
            events.add(use);
            use = use.minus(step(person));
        }
        return events;
    }

    static boolean isDormantForGitHub(Person person, Instant now) {
        Instant use = lastUse(person, now);
        return use == null || use.isBefore(now.minus(DORMANT_AFTER));
    }

    static Instant signedIn(Person person, Instant now) {
        return rhythm(person, now);
    }

    static Instant created(Person person) {
        return Instant.parse("2014-02-03T09:20:00Z").plus(Duration.ofHours(person.number() * 37L));
    }

    private static @Nullable Instant comesBack(Person person) {
        return switch (person.habit()) {
            case RETURNS -> Calendar.FIRST_RETURN.plus(Duration.ofHours(31L * person.rank()));
            case RETURNS_LATE -> Calendar.LATE_RETURN.plus(Duration.ofMinutes(17L * person.rank()));
            case RESTORED -> Calendar.ACCEPTANCE.plus(Duration.ofMinutes(20));
            case ACTIVE,
                    DORMANT,
                    NEVER,
                    BOUNCES,
                    NO_ADDRESS,
                    KEPT,
                    EXEMPTED,
                    LEAVES,
                    SPLIT,
                    ONLY_AUTH0,
                    UNREADABLE,
                    BOT -> null;
        };
    }

    /** The last time at or before now of somebody who comes every few days. */
    private static Instant rhythm(Person person, Instant now) {
        Duration step = step(person);
        Instant first = RHYTHM_BEGINS.plus(Duration.ofMinutes(person.number() * 53L));
        return first.plus(step.multipliedBy(Duration.between(first, now).dividedBy(step)));
    }

    private static Duration step(Person person) {
        return Duration.ofHours(20L + (person.number() * 89L) % 600);
    }

    private static Instant longAgo(Person person) {
        return Calendar.FIRST_EXPORTS.minus(Duration.ofHours(2_650L + (person.number() * 1_237L) % 9_000));
    }
}
