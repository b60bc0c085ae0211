package dev.dormouse.cli;

import dev.dormouse.core.backtest.Backtested;
import dev.dormouse.core.backtest.Backtested.Return;
import dev.dormouse.core.backtest.Backtested.Threshold;
import dev.dormouse.core.backtest.Share;
import dev.dormouse.core.observations.BacktestPlan;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A backtest in words and rows, for the terminal and for the page. */
final class BacktestText {

    private BacktestText() {}

    static void table(Backtested tested, PrintWriter out) {
        Table.print(out, columns(tested), rows(tested));
        out.println();
        notes(tested).forEach(out::println);
    }

    static List<String> columns(Backtested tested) {
        List<String> columns = new ArrayList<>(List.of("inactive for", "selected", "standing on the last day"));
        BacktestPlan.LOOK_AHEAD.forEach(days -> columns.add("used again in " + days + " d (95 %)"));
        columns.add("back without use in " + BacktestPlan.LOOK_AHEAD.getLast() + " d");
        columns.add("seat-days freed");
        if (tested.thresholds().stream().anyMatch(one -> !one.money().isEmpty())) {
            columns.add("worth");
        }
        return columns;
    }

    static List<List<@Nullable String>> rows(Backtested tested) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Threshold one : tested.thresholds()) {
            List<@Nullable String> row = new ArrayList<>();
            row.add(one.days() + " days");
            row.add(number(one.selected()));
            row.add(number(one.byDay().getLast().standing()));
            one.returns().forEach(returned -> row.add(share(returned.used())));
            Return last = one.returns().getLast();
            row.add(number(last.cameWithoutUse()));
            row.add(number(one.seatDays()));
            if (!one.money().isEmpty()) {
                row.add(money(one.money()));
            }
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable String share(Share share) {
        return share.of() == 0
                ? null
                : String.format(
                        Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String money(Map<String, BigDecimal> money) {
        List<String> told = new ArrayList<>();
        new TreeMap<>(money)
                .forEach((currency, amount) -> told.add(
                        String.format(Locale.ROOT, "%,.2f %s", amount.setScale(2, RoundingMode.HALF_UP), currency)));
        return String.join(", ", told);
    }

    /** What the numbers mean and where they end. */
    static List<String> notes(Backtested tested) {
        BacktestPlan plan = tested.plan();
        List<String> notes = new ArrayList<>();
        notes.add("Each day from " + plan.from() + " to " + plan.to() + " is judged at its beginning in the zone "
                + plan.history().zone()
                + ", by what was known then. Selected: inactive for so long on"
                + " that day for the first time; an account can be selected once in each of its silences.");
        notes.add("Used again: used within so many days after it was selected. Back without use: there again, by a"
                + " login, but without use. In brackets the Wilson interval (95 %).");
        for (Return returned : tested.thresholds().getFirst().returns()) {
            if (returned.left() > 0) {
                notes.add("The sources tell everything up to " + tested.asOf() + ", so the last " + returned.left()
                        + " days cannot be followed for " + returned.within() + " days and are left out of that rate.");
            }
        }
        notes.add("Seat-days freed: the seats that stood selected, summed over the days; a seat is given back with the"
                + " return.");
        notes.addAll(tested.notes());
        return notes;
    }
}
