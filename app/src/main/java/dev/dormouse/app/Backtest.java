package dev.dormouse.app;

import dev.dormouse.core.backtest.Backtested;
import dev.dormouse.core.backtest.SeatPrice;
import dev.dormouse.core.backtest.Summary;
import dev.dormouse.core.config.ApplicationConfig;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells how a workflow would have done in the past, with other lengths of inactivity too. Changes nothing. */
public final class Backtest {

    private final Workspace workspace;

    public Backtest(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Judges the past, day by day.
     *
     * @throws UseCaseException where the workflow has no past that could be judged
     */
    public Backtested run(String workflow, LocalDate from, LocalDate to, List<Integer> thresholds) {
        return new Lookback(workspace).at(workspace.workflow(workflow), view -> run(view, from, to, thresholds));
    }

    private Backtested run(Lookback.View view, LocalDate from, LocalDate to, List<Integer> thresholds) {
        PastCondition.refuseUnknown(view.question().workflow());
        History history = view.histories().of(view.question());
        List<String> notes = new ArrayList<>(view.histories().notes());
        Instant asOf = view.histories().asOf(history);
        LocalDate last = lastDay(history, from, to, asOf, notes);
        refuseUnseen(history, to);
        BacktestPlan plan = plan(history, from, last, thresholds);
        tooEarly(plan, notes);
        notes.add("Only accounts that are listed today: who was removed since is not in the list, so the return rate is"
                + " that of the survivors. Exemptions are those of today.");
        notes.addAll(PastCondition.notes(plan, view.histories().isIncomplete()));
        return new Summary(plan, asOf, prices(history)).of(view.observations().backtest(plan), notes);
    }

    private static BacktestPlan plan(History history, LocalDate from, LocalDate to, List<Integer> thresholds) {
        try {
            return new BacktestPlan(history, from, to, thresholds);
        } catch (IllegalArgumentException wrong) {
            throw new UseCaseException(String.valueOf(wrong.getMessage()));
        }
    }

    /** Nothing can be said of a day before the sources tell everything up to its beginning. */
    private static LocalDate lastDay(History history, LocalDate from, LocalDate to, Instant asOf, List<String> notes) {
        Workflow workflow = history.question().workflow();
        LocalDate known = asOf.atZone(history.zone()).toLocalDate();
        if (!to.isAfter(known)) {
            return to;
        }
        if (from.isAfter(known)) {
            throw new UseCaseException("the sources of workflow " + workflow.name() + " tell everything up to " + asOf
                    + " only; write a --from that is not later than " + known);
        }
        notes.add("Up to " + known + " instead of " + to + ": the sources tell everything up to " + asOf + ".");
        return known;
    }

    /** Nobody can be selected before the first observation: all numbers would be zero. */
    private static void refuseUnseen(History history, LocalDate to) {
        Workflow workflow = history.question().workflow();
        LocalDate first = LocalDate.MAX;
        for (String application : history.applications()) {
            Instant begins = history.begins(application);
            if (begins == null) {
                return;
            }
            LocalDate day = begins.atZone(history.zone()).toLocalDate();
            first = day.isBefore(first) ? day : first;
        }
        if (to.isBefore(first)) {
            throw new UseCaseException("the sources of workflow " + workflow.name() + " reach back to " + first
                    + " only; write a --to that is not earlier");
        }
    }

    private static void tooEarly(BacktestPlan plan, List<String> notes) {
        for (String application : plan.history().applications()) {
            Instant since = plan.history().completeFrom(application);
            List<Integer> late = plan.thresholds().stream()
                    .filter(days -> since != null
                            && since.plus(Duration.ofDays(days))
                                    .isAfter(plan.days().getFirst()))
                    .toList();
            if (!late.isEmpty()) {
                notes.add("The sources of " + application + " reach back to " + since + ": with "
                        + late.getFirst() + " days or more nobody can be selected until so many days later, and on the"
                        + " first such day everybody who has been silent since then is.");
            }
        }
    }

    private Map<String, SeatPrice> prices(History history) {
        Map<String, SeatPrice> prices = new HashMap<>();
        for (ApplicationConfig application : workspace.configuration().applications()) {
            SeatPrice price = application.seatPrice();
            if (price != null && history.applications().contains(application.name())) {
                prices.put(application.name(), price);
            }
        }
        return prices;
    }
}
