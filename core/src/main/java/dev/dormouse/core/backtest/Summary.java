package dev.dormouse.core.backtest;

import dev.dormouse.core.backtest.Backtested.Day;
import dev.dormouse.core.backtest.Backtested.Return;
import dev.dormouse.core.backtest.Backtested.Threshold;
import dev.dormouse.core.observations.BacktestCell;
import dev.dormouse.core.observations.BacktestPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds the cells of a backtest up. */
public final class Summary {

    private final BacktestPlan plan;
    private final Instant asOf;
    private final Map<String, SeatPrice> prices;
    private final List<Instant> days;

    /** @param prices by application; one without is missing here */
    public Summary(BacktestPlan plan, Instant asOf, Map<String, SeatPrice> prices) {
        this.plan = plan;
        this.asOf = asOf;
        this.prices = Map.copyOf(prices);
        this.days = plan.days();
    }

    public Backtested of(List<BacktestCell> cells, List<String> notes) {
        return new Backtested(
                plan,
                asOf,
                plan.thresholds().stream()
                        .map(threshold -> threshold(
                                threshold,
                                cells.stream()
                                        .filter(cell -> cell.threshold() == threshold)
                                        .toList()))
                        .toList(),
                notes);
    }

    private Threshold threshold(int threshold, List<BacktestCell> cells) {
        Map<Integer, List<BacktestCell>> grouped = cells.stream().collect(Collectors.groupingBy(BacktestCell::day));
        List<Day> byDay = new ArrayList<>();
        for (int number = 0; number < days.size(); number++) {
            byDay.add(day(number, grouped.getOrDefault(number, List.of())));
        }
        List<Return> returns = new ArrayList<>();
        for (int look = 0; look < BacktestPlan.LOOK_AHEAD.size(); look++) {
            returns.add(returned(look, byDay));
        }
        return new Threshold(
                threshold,
                byDay.stream().mapToLong(Day::selected).sum(),
                byDay.stream().mapToLong(Day::standing).sum(),
                money(cells),
                returns,
                byDay);
    }

    private Day day(int number, List<BacktestCell> cells) {
        List<Long> used = new ArrayList<>();
        List<Long> came = new ArrayList<>();
        for (int place = 0; place < BacktestPlan.LOOK_AHEAD.size(); place++) {
            int look = place;
            used.add(
                    cells.stream().mapToLong(cell -> cell.usedAgain().get(look)).sum());
            came.add(
                    cells.stream().mapToLong(cell -> cell.cameAgain().get(look)).sum());
        }
        return new Day(
                plan.from().plusDays(number),
                cells.stream().mapToLong(BacktestCell::accounts).sum(),
                cells.stream().mapToLong(BacktestCell::selected).sum(),
                cells.stream().mapToLong(BacktestCell::standing).sum(),
                used,
                came);
    }

    private Return returned(int look, List<Day> byDay) {
        int within = BacktestPlan.LOOK_AHEAD.get(look);
        long selected = 0;
        long used = 0;
        long came = 0;
        int left = 0;
        for (int number = 0; number < byDay.size(); number++) {
            if (days.get(number).plus(Duration.ofDays(within)).isAfter(asOf)) {
                left++;
                continue;
            }
            Day day = byDay.get(number);
            selected += day.selected();
            used += day.usedAgain().get(look);
            came += day.cameAgain().get(look);
        }
        return new Return(within, new Share(used, selected), came - used, left);
    }

    private Map<String, BigDecimal> money(List<BacktestCell> cells) {
        Map<String, BigDecimal> money = new TreeMap<>();
        prices.forEach((application, price) -> {
            long seatDays = cells.stream()
                    .filter(cell -> cell.application().equals(application))
                    .mapToLong(BacktestCell::standing)
                    .sum();
            money.merge(price.currency(), price.of(seatDays), BigDecimal::add);
        });
        return money;
    }
}
