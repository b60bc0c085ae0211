package dev.dormouse.core.observations;

import java.util.List;

/**
 * How far the accounts of an application and those that a source names were joined to persons.
 *
 * @param accounts those of the application
 * @param joined how many of them belong to one person
 * @param known how many of them belong to a person of whom the source says anything
 * @param doubtful how many match more than one person, and are not guessed
 * @param named how many accounts the source names
 * @param matched how many of those match a person, or several
 * @param examples of what could not be joined and why, the doubtful first; a few
 */
public record JoinTally(
        String source,
        String application,
        long accounts,
        long joined,
        long known,
        long doubtful,
        long named,
        long matched,
        List<String> examples) {

    public JoinTally {
        examples = List.copyOf(examples);
    }

    /** The share of the application's accounts of which the source says anything, from 0 to 1; 1 where there are none. */
    public double coverage() {
        return accounts == 0 ? 1 : (double) known / accounts;
    }
}
