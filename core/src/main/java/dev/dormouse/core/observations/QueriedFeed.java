package dev.dormouse.core.observations;

import dev.dormouse.spi.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query over tables of the store's engine gave.
 *
 * @param rows all of them
 * @param incomplete those without account, instant or a kind that there is
 * @param oldest null where there was none
 * @param newest null where there was none
 */
public record QueriedFeed(
        long rows,
        long incomplete,
        @Nullable Instant oldest,
        @Nullable Instant newest) implements Intake {

    @Override
    public long unreadable() {
        return incomplete;
    }

    @Override
    public long unassigned() {
        return incomplete;
    }

    @Override
    public List<Problem> problems() {
        return incomplete == 0
                ? List.of()
                : List.of(new Problem(
                        "sql",
                        incomplete + " rows lack an account, an instant, or a kind that is LOGIN, USE or MACHINE"));
    }

    /** The query tells everything anew each time. */
    @Override
    public boolean gathers() {
        return false;
    }
}
