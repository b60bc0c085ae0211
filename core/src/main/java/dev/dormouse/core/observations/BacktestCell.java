package dev.dormouse.core.observations;

import java.util.List;

/**
 * What the judgement of one day would have been, with one threshold, in one application.
 *
 * @param threshold in days
 * @param day counts from 0 for the first day
 * @param accounts the accounts in scope that were there already
 * @param selected the accounts whose spell of inactivity was long enough on this day for the first time
 * @param standing the accounts that were inactive long enough on this day, the newly selected among them
 * @param usedAgain how many of the newly selected used it again within each of {@link BacktestPlan#LOOK_AHEAD}
 * @param cameAgain how many of them were there again, used or not, within each
 */
public record BacktestCell(
        String application,
        int threshold,
        int day,
        long accounts,
        long selected,
        long standing,
        List<Long> usedAgain,
        List<Long> cameAgain) {

    public BacktestCell {
        usedAgain = List.copyOf(usedAgain);
        cameAgain = List.copyOf(cameAgain);
    }
}
