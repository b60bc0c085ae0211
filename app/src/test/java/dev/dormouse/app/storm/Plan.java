package dev.dormouse.app.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a scenario is about, made from its seed.
 *
 * @param byMail whether people are told by SMTP; otherwise by GOV.UK Notify
 * @param alsoLead whether somebody else is asked together with the owner
 * @param twoStages whether two others are asked after the owner
 * @param guarded whether a guard stops the removal once
 * @param days on which the program runs
 * @param staleOnRemoval whether the exports of the day of removal are those of the day before
 */
record Plan(
        long seed,
        boolean byMail,
        boolean alsoLead,
        boolean twoStages,
        boolean guarded,
        boolean staleOnRemoval,
        boolean forbiddenAfterKill,
        List<Integer> days,
        List<Person> people) {

    static final Instant START = Instant.parse("2024-06-19T09:00:00Z");
    static final List<String> ORGANIZATIONS = List.of("acme", "acme-data");

    static final int RESTORED_ON = 43;

    /** The first deadline ends with day 30, that of the second stage a week later. */
    private static final List<Integer> DAYS = List.of(0, 1, 9, 24, 25, 30, 31, 32, 33, 39, 40, 41, 43, 44, 46);

    private static final List<Integer> FEW_DAYS = List.of(0, 1, 9, 31, 39, 40, RESTORED_ON, 44);
    private static final List<Integer> BEFORE_THE_END = List.of(1, 9, 24, 30);

    static Plan of(long seed) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            boolean many = fate == Fate.REMOVED || fate == Fate.ACTIVE;
            int count = many ? 2 : random.nextInt(2);
            if (fate == Fate.RESTORED) {
                count = 1;
            }
            for (int i = 0; i < count; i++) {
                people.add(person(fate, i, random));
            }
        }
        return new Plan(
                seed,
                seed % 2 == 0,
                seed % 5 < 2,
                random.nextInt(3) == 0,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                DAYS,
                people);
    }

    /** A few people, and nothing that stands in the way of their removal. */
    static Plan small(boolean byMail, boolean alsoLead, boolean twoStages) {
        List<Person> people = List.of(
                new Person("ada", Fate.REMOVED, ORGANIZATIONS, 0),
                new Person("ben", Fate.RESTORED, List.of("acme"), 0),
                new Person("cyn", Fate.RETURNS, List.of("acme"), 9),
                new Person("dan", Fate.ACTIVE, List.of("acme-data"), 0));
        return new Plan(byMail ? 2 : 1, byMail, alsoLead, twoStages, false, false, false, FEW_DAYS, people);
    }

    private static Person person(Fate fate, int number, Random random) {
        List<String> organizations = switch (random.nextInt(3)) {
            case 0 -> List.of("acme");
            case 1 -> List.of("acme-data");
            default -> ORGANIZATIONS;
        };
        int day = fate == Fate.RETURNS_LATE ? 31 : BEFORE_THE_END.get(random.nextInt(BEFORE_THE_END.size()));
        String login = fate.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + number;
        return new Person(login, fate, organizations, day);
    }

    static Instant on(int day) {
        return START.plus(Duration.ofDays(day));
    }

    List<Person> with(Fate fate) {
        return people.stream().filter(one -> one.fate() == fate).toList();
    }

    @Override
    public String toString() {
        return "seed " + seed + " (" + (byMail ? "mail" : "notify") + (alsoLead ? ", owner and lead" : "")
                + (twoStages ? ", two stages" : "")
                + (guarded ? ", guarded" : "") + (staleOnRemoval ? ", stale exports" : "")
                + (forbiddenAfterKill ? ", list forbidden after a kill" : "") + ", " + people.size() + " people)";
    }
}
