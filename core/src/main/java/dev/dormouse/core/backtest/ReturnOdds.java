package dev.dormouse.core.backtest;

import dev.dormouse.core.observations.Spells;
import dev.dormouse.core.observations.Spells.Length;
import java.time.Duration;

/**
 * How likely an account that is silent will be used within 90 days. It is the share of the past: of all spells that had
 * lasted as long, by accounts with as many spells before, how many ended with use within 90 days. A group of few is
 * drawn to the share of all spells of that length, as if ten of those belonged to it, and that to one half, as if two
 * did; so that nothing is certain because it happened once.
 */
public final class ReturnOdds {

    private static final double BORROWED = 10;

    private final Spells spells;

    public ReturnOdds(Spells spells) {
        this.spells = spells;
    }

    /** @param earlier how many spells the account had before */
    public double after(Duration silent, int earlier) {
        int days = reached(silent);
        int group = Math.min(earlier, Spells.MANY);
        long lasted = 0;
        long used = 0;
        long all = 0;
        long allUsed = 0;
        for (Length length : spells.lengths()) {
            if (length.days() == days) {
                all += length.lasted();
                allUsed += length.usedAgain();
                lasted += length.earlier() == group ? length.lasted() : 0;
                used += length.earlier() == group ? length.usedAgain() : 0;
            }
        }
        double common = (allUsed + 1.0) / (all + 2.0);
        return (used + BORROWED * common) / (lasted + BORROWED);
    }

    /** The longest of {@link Spells#DAYS} that the silence has lasted; the shortest for a shorter one. */
    public static int reached(Duration silent) {
        return Spells.DAYS.stream()
                .filter(days -> Duration.ofDays(days).compareTo(silent) <= 0)
                .reduce((earlier, later) -> later)
                .orElse(Spells.DAYS.getFirst());
    }
}
