package dev.dormouse.core.backtest;

import dev.dormouse.core.observations.BacktestPlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a backtest, for people.
 *
 * @param asOf up to when every source tells everything; who returned later cannot be known
 * @param notes what the reader has to know to take the numbers for what they are
 */
public record Backtested(BacktestPlan plan, Instant asOf, List<Threshold> thresholds, List<String> notes) {

    public Backtested {
        thresholds = List.copyOf(thresholds);
        notes = List.copyOf(notes);
    }

    /**
     * What one threshold would have done.
     *
     * @param selected how often an account would have been newly selected
     * @param seatDays on how many days a seat would have been free, had it been taken away with the selection and given back
     *     with the return
     * @param money what those seat-days cost, by currency; empty where no application has a price
     */
    public record Threshold(
            int days,
            long selected,
            long seatDays,
            Map<String, BigDecimal> money,
            List<Return> returns,
            List<Day> byDay) {

        public Threshold {
            money = Map.copyOf(money);
            returns = List.copyOf(returns);
            byDay = List.copyOf(byDay);
        }
    }

    /**
     * Who of the selected was there again within so many days. Days of which the end of the look-ahead lies after
     * {@link Backtested#asOf} are left out.
     *
     * @param used who used it again, of all who were selected on those days
     * @param cameWithoutUse who was there again and did not use it
     * @param left the number of days that are left out
     */
    public record Return(int within, Share used, long cameWithoutUse, int left) {}

    /** One day, over all applications. Returns are in the order of {@link BacktestPlan#LOOK_AHEAD}. */
    public record Day(
            LocalDate day, long accounts, long selected, long standing, List<Long> usedAgain, List<Long> cameAgain) {

        public Day {
            usedAgain = List.copyOf(usedAgain);
            cameAgain = List.copyOf(cameAgain);
        }
    }
}
