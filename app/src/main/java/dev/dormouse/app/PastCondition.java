package dev.dormouse.app;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of the condition of a workflow where every day of the past is judged. */
final class PastCondition {

    private PastCondition() {}

    /** @throws UseCaseException where the condition asks what no day of the past can tell */
    static void refuseUnknown(Workflow workflow) {
        Condition when = workflow.selection().when();
        if (when == null) {
            return;
        }
        if (workflow.selection().conditionAlone()) {
            throw new UseCaseException("the condition ('when') of workflow " + workflow.name()
                    + " decides alone; a look at the past tries lengths of inactivity in the place of 'inactiveFor', so the"
                    + " workflow must have one");
        }
        String refused = when.asks().stream()
                .filter(fact -> fact.isOfActivity() && !countsWholeDays(fact))
                .map(Fact::toString)
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            throw new UseCaseException("the condition ('when') of workflow " + workflow.name() + " asks " + refused
                    + "; of the past a backtest knows numbers of events and active days in windows of whole days, as in"
                    + " activity.logins(days(90)); test a copy of the workflow without that");
        }
        if (when.countsEvents() && workflow.selection().matchesPersons()) {
            throw new UseCaseException("the condition ('when') of workflow " + workflow.name()
                    + " counts events, also of a source with 'match: person', which a backtest cannot count yet; test a copy"
                    + " of the workflow without that source");
        }
        if (when.countsEvents() && workflow.selection().isAboutGrants()) {
            throw new UseCaseException(
                    "the condition ('when') of workflow " + workflow.name()
                            + " counts events of grants, which a backtest cannot count yet; test a copy of the workflow without that");
        }
    }

    private static boolean countsWholeDays(Fact fact) {
        return switch (fact) {
            case Fact.Count(ActivityKind _, Duration window) -> window != null && isOfDays(window);
            case Fact.ActiveDays(Duration window) -> isOfDays(window);
            case Fact.Last _,
                    Fact.Never _,
                    Fact.InactiveFor _,
                    Fact.Known _,
                    Fact.Attribute _,
                    Fact.HasAttribute _,
                    Fact.Holds _,
                    Fact.HoldsAny _ -> false;
        };
    }

    private static boolean isOfDays(Duration window) {
        return window.equals(Duration.ofDays(window.toDays()));
    }

    /**
     * What the reader has to know about it.
     *
     * @param isIncomplete whether a source of the workflow takes no part in the history
     */
    static List<String> notes(BacktestPlan plan, boolean isIncomplete) {
        Condition when = plan.history().question().workflow().selection().when();
        if (when == null) {
            return List.of();
        }
        if (!when.countsEvents()) {
            return List.of(
                    "Only accounts for which the condition ('when') is true: what it asks of accounts is as of today.");
        }
        List<String> notes = new ArrayList<>();
        notes.add("The condition ('when') counts events, so days are those of UTC, and each is judged by what happened"
                + " before its midnight. What it asks of accounts is as of today.");
        if (isIncomplete) {
            notes.add("Where a source that has no history here has told events, or must, what the condition counts is"
                    + " unknown, and nobody is selected.");
        }
        Duration longest = when.windows().stream().max(Duration::compareTo).orElseThrow();
        for (String application : plan.history().applications()) {
            Instant since = plan.history().completeFrom(application);
            if (since != null && since.plus(longest).isAfter(plan.days().getFirst())) {
                notes.add("The sources of " + application + " reach back to " + since
                        + ": what the condition counts in " + longest.toDays()
                        + " days is unknown until so many days later, and unknown selects nobody.");
            }
        }
        return notes;
    }
}
