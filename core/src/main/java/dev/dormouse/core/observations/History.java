package dev.dormouse.core.observations;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.workflow.SourceRule.Need;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The past of a workflow's accounts, as far as sources told it by events.
 *
 * @param question the workflow with its exemptions as they are at {@code now}, and the floors that the ledger knows
 * @param traces the sources with events, one for each application they speak about
 */
public record History(Question question, List<Trace> traces) {

    public History {
        traces = List.copyOf(traces);
    }

    /**
     * One source of events for one application.
     *
     * @param from since when it tells everything; null for since ever. Older events lie before something that was lost
     * @param tellsUse whether it ever told of anything but logins
     */
    public record Trace(
            String source, String application, @Nullable Instant from, Need need, boolean tellsUse) {}

    /** In the order of the workflow, those of which anything is known. */
    public List<String> applications() {
        return question.workflow().applications().stream()
                .filter(application -> !of(application).isEmpty())
                .toList();
    }

    public List<Trace> of(String application) {
        return traces.stream()
                .filter(trace -> trace.application().equals(application))
                .toList();
    }

    /** Whether the condition counts events, of which whole days of UTC are known exactly. */
    public boolean countsEvents() {
        Condition when = question.workflow().selection().when();
        return when != null && when.countsEvents();
    }

    /** Whose days are judged. */
    public ZoneId zone() {
        return countsEvents() ? ZoneId.of("UTC") : question.workflow().zone();
    }

    /** Since when silence means inactivity: since every required source tells everything; null for since ever. */
    public @Nullable Instant completeFrom(String application) {
        List<Trace> required = of(application).stream()
                .filter(trace -> trace.need() == Need.REQUIRED)
                .toList();
        return required.isEmpty() ? earliest(of(application)) : latest(required);
    }

    /**
     * Since when the first source tells everything: an account that came later, and that no source saw, was never used.
     * Null for since ever.
     */
    public @Nullable Instant begins(String application) {
        return earliest(of(application));
    }

    /** Whether a login is the only sign of use that there is: no source ever told of anything else. */
    public boolean loginsAreUse(String application) {
        return of(application).stream().noneMatch(Trace::tellsUse);
    }

    private static @Nullable Instant earliest(List<Trace> traces) {
        return traces.stream().anyMatch(trace -> trace.from() == null)
                ? null
                : traces.stream()
                        .map(trace -> Objects.requireNonNull(trace.from()))
                        .min(Instant::compareTo)
                        .orElse(null);
    }

    private static @Nullable Instant latest(List<Trace> traces) {
        return traces.stream()
                .map(Trace::from)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
