package dev.dormouse.core.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a condition for one account.
 *
 * @param truth null for unknown
 * @param unknown what the condition asks and nobody could tell, whether or not that decided
 * @param fault why the runtime gave up, for example a division by zero; null where it did not
 */
public record Evaluation(
        @Nullable Boolean truth,
        List<Fact> unknown,
        @Nullable String fault) {

    public Evaluation {
        unknown = List.copyOf(unknown);
    }
}
