package dev.dormouse.core.observations;

import dev.dormouse.core.workflow.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the spells of a workflow's accounts, or grants, ended.
 *
 * @param lengths how many spells lasted so long, and after how many of those the account was used again soon
 * @param open those that were seen once and are silent now
 */
public record Spells(List<Length> lengths, Map<Subject, Open> open) {

    /** After so many days without a sign; the first is the shortest silence that counts as one. */
    public static final List<Integer> DAYS = List.of(30, 45, 60, 90, 120, 180, 270, 365, 540, 730, 1095);

    /** A return counts within so many days after a silence had lasted so long. */
    public static final int LOOK_AHEAD = 90;

    /** An account with this many earlier spells, or more, is one with many. */
    public static final int MANY = 2;

    public Spells {
        lengths = List.copyOf(lengths);
        open = Map.copyOf(open);
    }

    /**
     * Spells that lasted so many days, by accounts with so many spells before.
     *
     * @param earlier 0, 1 or {@link #MANY}
     */
    public record Length(int days, int earlier, long lasted, long usedAgain) {}

    /**
     * Whose spell it is.
     *
     * @param entitlement in lower case; null for the account as a whole
     */
    public record Subject(SubjectKey account, @Nullable String entitlement) {

        /** Of the same, judged by that selection. */
        public static Subject of(Judged judged, Selection selection) {
            String entitlement = judged.entitlement();
            return new Subject(
                    judged.key(),
                    selection.isAboutGrants() && entitlement != null
                            ? entitlement.strip().toLowerCase(Locale.ROOT)
                            : null);
        }
    }

    /** A silence that goes on. */
    public record Open(Instant since, int earlier) {}
}
