package dev.dormouse.cli.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** The 2,000 people of the demo, and one bot; the same ones in every run. */
final class Population {

    static final String ACME = "acme";
    static final String ACME_DATA = "acme-data";
    static final List<String> ORGANIZATIONS = List.of(ACME, ACME_DATA);

    private static final long SEED = 20_240_603;
    private static final int PEOPLE = 2_000;
    private static final int FIRST_IN_DATA = 1_701;
    private static final int LAST_IN_ACME = 1_900;

    private final List<Person> people = new ArrayList<>();

    private Population() {}

    static Population generate() {
        Population population = new Population();
        List<Integer> acme = shuffled(1, FIRST_IN_DATA - 1);
        List<Integer> both = shuffled(FIRST_IN_DATA, LAST_IN_ACME);
        List<Integer> data = shuffled(LAST_IN_ACME + 1, PEOPLE);
        population.add(Habit.DORMANT, 65, acme);
        population.add(Habit.NEVER, 5, acme);
        population.add(Habit.RETURNS, 9, acme);
        population.add(Habit.RETURNS_LATE, 2, acme);
        population.add(Habit.BOUNCES, 2, acme);
        population.add(Habit.NO_ADDRESS, 1, acme);
        population.add(Habit.KEPT, 1, acme);
        population.add(Habit.EXEMPTED, 1, acme);
        population.add(Habit.LEAVES, 1, acme);
        population.add(Habit.RESTORED, 1, acme);
        population.add(Habit.ONLY_AUTH0, 14, acme);
        population.add(Habit.UNREADABLE, 1, acme);
        population.add(Habit.DORMANT, 10, both);
        population.add(Habit.RETURNS, 2, both);
        population.add(Habit.SPLIT, 6, both);
        population.add(Habit.DORMANT, 8, data);
        List.of(acme, both, data).forEach(rest -> population.add(Habit.ACTIVE, rest.size(), rest));
        population.people.add(new Person(PEOPLE + 1, "deploy-bot", Set.of(ACME), Habit.BOT, 0));
        population.people.sort(Comparator.comparingInt(Person::number));
        return population;
    }

    /** Everybody, the bot included, in the order of their numbers. */
    List<Person> people() {
        return Collections.unmodifiableList(people);
    }

    List<Person> in(String organization) {
        return people.stream().filter(one -> one.isIn(organization)).toList();
    }

    List<Person> with(Habit habit) {
        return people.stream().filter(one -> one.habit() == habit).toList();
    }

    Person only(Habit habit) {
        return with(habit).getFirst();
    }

    /** Somebody who uses the organisation and may own it. */
    Person owner(String organization) {
        return with(Habit.ACTIVE).stream()
                .filter(one -> one.isIn(organization))
                .findFirst()
                .orElseThrow();
    }

    /** How many memberships there are at first. */
    long accounts() {
        return people.stream().mapToLong(one -> one.organizations().size()).sum();
    }

    long dormantAccounts() {
        return accounts(Person::isDormantAtFirstIn);
    }

    long removedAccounts() {
        return accounts(Person::isRemovedFrom);
    }

    /** People who are in no organisation any more after the removals; each frees one seat. */
    long freedSeats() {
        return people.stream()
                .filter(one -> one.organizations().stream().allMatch(one::isRemovedFrom))
                .count();
    }

    private long accounts(Test test) {
        return people.stream()
                .mapToLong(one -> one.organizations().stream()
                        .filter(organization -> test.holds(one, organization))
                        .count())
                .sum();
    }

    private void add(Habit habit, int count, List<Integer> numbers) {
        int rank = with(habit).size();
        for (int i = 0; i < count; i++) {
            int number = numbers.removeLast();
            String login = String.format(Locale.ROOT, "user-%04d", number);
            people.add(new Person(number, login, organizations(number), habit, rank + i));
        }
    }

    private static Set<String> organizations(int number) {
        if (number < FIRST_IN_DATA) {
            return Set.of(ACME);
        }
        return number <= LAST_IN_ACME ? Set.of(ACME, ACME_DATA) : Set.of(ACME_DATA);
    }

    private static List<Integer> shuffled(int first, int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            numbers.add(number);
        }
        Collections.shuffle(numbers, new Random(SEED + first));
        return numbers;
    }

    /** Something that is true of a person's membership or not. */
    private interface Test {

        boolean holds(Person person, String organization);
    }
}
