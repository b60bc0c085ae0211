package dev.dormouse.app;

import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.Workflow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A source has to know as many of the accounts as {@code minCoverage} says. */
record CoverageLimit(Observations observations, Places places, JoinLimit joins) implements Limit {

    @Override
    public @Nullable String fault(Workflow workflow, SourceHealth source) {
        double least = workflow.guards().minCoverage();
        SourceRule rule = workflow.selection().findRule(source.source());
        if (least <= 0 || rule == null || !rule.tellsActivity()) {
            return null;
        }
        double share = rule.matchesPersons()
                ? joins.joined(source).coverage()
                : observations.coverage(source.source(), source.application());
        double percent = 100 * share;
        return percent >= least
                ? null
                : places.of(source)
                        + String.format(
                                Locale.ROOT,
                                "knows %.1f %% of the accounts, less than the minCoverage of %.1f %%",
                                percent,
                                least);
    }
}
