package dev.dormouse.observations;

import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Guards;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.Fingerprints;
import dev.dormouse.core.workflow.Workflow.IfIgnored;
import dev.dormouse.core.workflow.Workflow.OnBounce;
import dev.dormouse.core.workflow.Workflow.OnReturn;
import dev.dormouse.core.workflow.Workflow.Review;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Workflows of which only the selection matters. */
final class Workflows {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Workflows() {}

    static Workflow of(List<String> applications, Selection selection, Exemptions exemptions) {
        return of(applications, selection, exemptions, LONDON);
    }

    static Workflow of(List<String> applications, Selection selection, Exemptions exemptions, ZoneId zone) {
        return new Workflow(
                "w",
                Workflow.Trigger.DORMANCY,
                applications,
                selection,
                exemptions,
                Guards.none(),
                new Review(List.of(), IfIgnored.END, OnReturn.STOP, OnBounce.HOLD),
                List.of(),
                List.of(),
                days(90),
                List.of(),
                zone,
                new Fingerprints("", "", ""),
                "");
    }

    static Selection selection(SourceRule... rules) {
        return new Selection(List.of(rules), Combine.ANY_ACTIVE_CLEARS, NeverActive.SINCE_CREATED, List.of());
    }

    static SourceRule source(String name, @Nullable Window window) {
        return new SourceRule(name, window, Role.ACTIVITY, Need.REQUIRED, List.of(), ActivityKind.USE);
    }

    static SourceRule verdict(String name) {
        return new SourceRule(name, null, Role.CANDIDATES, Need.REQUIRED, List.of(), ActivityKind.USE);
    }

    static Window days(int days) {
        return new Window.Elapsed(Duration.ofDays(days));
    }

    static Window months(int months) {
        return new Window.Calendar(Period.ofMonths(months));
    }
}
