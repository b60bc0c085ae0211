package dev.dormouse.cli.demo;

import java.util.Set;

/**
 * Somebody with a GitHub account.
 *
 * @param number counts from 1; also the seed of what is particular to the person
 * @param rank counts from 0 within the habit
 */
record Person(int number, String login, Set<String> organizations, Habit habit, int rank) {

    Person {
        organizations = Set.copyOf(organizations);
    }

    String address() {
        return login + "@acme.example";
    }

    boolean isIn(String organization) {
        return organizations.contains(organization);
    }

    /** Most addresses come with the People page; the others are verified at GitHub. */
    boolean addressOnPeoplePage() {
        return hasAddress() && number % 8 != 0;
    }

    boolean addressAtGitHub() {
        return hasAddress() && number % 8 == 0;
    }

    /** Auth0 lists no more than 1,000 users to anybody, and not everybody needs what stands behind it. */
    boolean usesAuth0() {
        return habit == Habit.ONLY_AUTH0 || (habit == Habit.ACTIVE && isIn(Population.ACME) && number % 3 == 0);
    }

    /** Whether the story ends with this membership being taken away. */
    boolean isRemovedFrom(String organization) {
        return switch (habit) {
            case DORMANT, NEVER, RESTORED -> isIn(organization);
            case SPLIT -> organization.equals(Population.ACME);
            case ACTIVE,
                    RETURNS,
                    RETURNS_LATE,
                    BOUNCES,
                    NO_ADDRESS,
                    KEPT,
                    EXEMPTED,
                    LEAVES,
                    ONLY_AUTH0,
                    UNREADABLE,
                    BOT -> false;
        };
    }

    /** Whether the first pass finds the account dormant. */
    boolean isDormantAtFirstIn(String organization) {
        return switch (habit) {
            case DORMANT, NEVER, RESTORED, RETURNS, RETURNS_LATE, BOUNCES, NO_ADDRESS, KEPT, EXEMPTED, LEAVES ->
                isIn(organization);
            case SPLIT -> organization.equals(Population.ACME);
            case ACTIVE, ONLY_AUTH0, UNREADABLE, BOT -> false;
        };
    }

    private boolean hasAddress() {
        return habit != Habit.NO_ADDRESS && habit != Habit.BOT;
    }
}
