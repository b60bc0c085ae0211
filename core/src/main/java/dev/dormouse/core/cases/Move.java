package dev.dormouse.core.cases;

import dev.dormouse.spi.Access;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a case from something that happened.
 *
 * @param next the case as it is to be saved; the same object where nothing changed
 * @param why one line for the journal; empty where nothing changed
 * @param effect what is to be done after saving; null for nothing
 */
public record Move(Case next, String why, @Nullable CaseEffect effect) {

    static Move stay(Case same) {
        return new Move(same, "", null);
    }

    static Move stay(Case same, CaseEffect effect) {
        return new Move(same, "", effect);
    }

    static Move to(Case before, CaseState state, @Nullable Instant due, String why) {
        return new Move(before.with(state, due), why, null);
    }

    static Move to(Case before, CaseState state, @Nullable Instant due, String why, CaseEffect effect) {
        return new Move(before.with(state, due), why, effect);
    }

    static Move end(Case before, CaseState.Ending ending, String detail, Instant now, @Nullable Access taken) {
        return to(before, new CaseState.Ended(ending, detail, now, taken), null, detail);
    }

    public boolean changes(Case before) {
        return !next.equals(before);
    }
}
