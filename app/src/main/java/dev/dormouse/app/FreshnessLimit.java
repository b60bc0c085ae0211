package dev.dormouse.app;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source may not be older than its guard allows, nor end before a window begins about which it is asked. */
record FreshnessLimit(Places places, Instant now) implements Limit {

    @Override
    public @Nullable String fault(Workflow workflow, SourceHealth source) {
        Instant asOf = source.asOf();
        Window maxAge = workflow.guards().sourceMaxAge();
        if (maxAge != null && (asOf == null || asOf.isBefore(maxAge.before(now, workflow.zone())))) {
            return places.of(source) + "is of " + asOf + ", older than the " + maxAge + " that sourceMaxAge allows";
        }
        Window missed = asOf == null ? null : missed(workflow, source, asOf);
        return missed == null
                ? null
                : places.of(source) + "is of " + asOf + " and says nothing about the last " + missed;
    }

    /** A window that begins after the source ends: it cannot show that anybody was inactive in it. */
    private @Nullable Window missed(Workflow workflow, SourceHealth source, Instant asOf) {
        SourceRule rule = workflow.selection().findRule(source.source());
        Window window = rule == null ? null : rule.inactiveFor();
        if (window != null && asOf.isBefore(window.before(now, workflow.zone()))) {
            return window;
        }
        Condition when = workflow.selection().when();
        if (when == null || source.isOfAccounts()) {
            return null;
        }
        return when.windows().stream()
                .filter(length -> asOf.isBefore(now.minus(length)))
                .findFirst()
                .map(Window.Elapsed::new)
                .orElse(null);
    }
}
