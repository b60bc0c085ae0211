package dev.dormouse.app;

import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.History.Trace;
import dev.dormouse.core.observations.JoinTally;
import dev.dormouse.core.observations.KeptEvents;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds out what the observations know of a workflow's past, and refuses where that would be no answer. */
final class Histories {

    private final Observations observations;
    private final List<SourceHealth> health;
    private final Kept kept;
    private final List<String> notes = new ArrayList<>();
    private final Set<String> leftOut = new TreeSet<>();
    /** By application, as asking looks through all days. */
    private final Map<String, List<KeptEvents>> asked = new HashMap<>();

    Histories(Observations observations, List<SourceHealth> health, Kept kept) {
        this.observations = observations;
        this.health = health;
        this.kept = kept;
    }

    /**
     * What is older may have been forgotten.
     *
     * @param events since when events are kept one by one
     * @param days since when their sums by day are
     */
    record Kept(Instant events, Instant days) {}

    /** What the reader has to know about the history that was found. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Whether a source of the workflow takes no part in the history that was found. */
    boolean isIncomplete() {
        return !leftOut.isEmpty();
    }

    History of(Question question) {
        Workflow workflow = question.workflow();
        if (workflow.trigger() == Workflow.Trigger.COMMAND) {
            throw new UseCaseException("workflow " + workflow.name()
                    + " is started by a command: it selects nobody, so there is nothing to test");
        }
        List<KeptEvents> kept = observations.keptEvents(workflow.applications());
        List<Trace> traces = new ArrayList<>();
        for (SourceRule rule : workflow.selection().sources()) {
            for (String application : workflow.applications()) {
                Trace trace = rule.appliesTo(application) ? trace(rule, application, kept) : null;
                if (trace == null && rule.appliesTo(application)) {
                    leftOut.add(rule.source());
                } else if (trace != null) {
                    traces.add(trace);
                }
            }
        }
        if (traces.isEmpty()) {
            throw new UseCaseException("workflow " + workflow.name() + " has no history: none of its sources ("
                    + String.join(", ", leftOut)
                    + ") keeps events; a look at the past needs a source of events, such as an audit log");
        }
        History history = new History(question, traces);
        refuseOrder(history);
        tell(history);
        return history;
    }

    private @Nullable Trace trace(SourceRule rule, String application, List<KeptEvents> kept) {
        KeptEvents events = rule.decides() ? kept(rule, application, kept) : null;
        if (events == null) {
            return null;
        }
        SourceHealth source = SourceHealth.find(health, rule.source(), application);
        String fault = source == null ? "it was not read" : source.fault();
        if (fault != null && rule.need() == Need.REQUIRED) {
            throw new UseCaseException(
                    "source " + rule.source() + " of " + application + " cannot be trusted: " + fault);
        }
        return fault != null
                ? null
                : new Trace(
                        rule.source(),
                        application,
                        from(Objects.requireNonNull(source), events),
                        rule.need(),
                        events.tellsUse());
    }

    /** Since when the source tells everything of the application by events that are kept; null where it keeps none. */
    @Nullable
    Reach reach(SourceRule rule, String application) {
        KeptEvents events = kept(
                rule, application, asked.computeIfAbsent(application, one -> observations.keptEvents(List.of(one))));
        SourceHealth source = SourceHealth.find(health, rule.source(), application);
        return events == null || source == null
                ? null
                : new Reach(from(source, events), source, events.oldest(), this.kept.days());
    }

    /**
     * How far back a source tells an application's past.
     *
     * @param from since when everything is told; null for since ever
     * @param oldest the oldest event of all
     * @param kept what is older may have been forgotten
     */
    record Reach(@Nullable Instant from, SourceHealth source, Instant oldest, Instant kept) {

        /** Whether events after that instant may have been forgotten; null for any events. */
        boolean forgot(@Nullable Instant after) {
            boolean asksFor = after == null || after.isBefore(kept);
            return asksFor && !oldest.isAfter(kept.plus(Duration.ofDays(1)));
        }
    }

    private static @Nullable KeptEvents kept(SourceRule rule, String application, List<KeptEvents> kept) {
        return kept.stream()
                .filter(one -> one.source().equals(rule.source())
                        && one.application().equals(application)
                        && (rule.inactiveFor() != null || rule.role() == Role.ASKED))
                .findFirst()
                .orElse(null);
    }

    /**
     * A log that was gathered reaches back as far as it was read without a gap. How far that is, is known of the time whose
     * events are kept one by one; beyond it lies the oldest day.
     */
    private @Nullable Instant from(SourceHealth source, KeptEvents events) {
        Instant told = source.completeFrom();
        if (told == null) {
            return events.oldest().isBefore(kept.days()) ? kept.days() : null;
        }
        boolean begins = told.isAfter(kept.events()) || told.isBefore(events.oldest());
        Instant reaches = begins ? told : events.oldest();
        return reaches.isBefore(kept.days()) ? kept.days() : reaches;
    }

    /** Up to when every source tells everything. */
    Instant asOf(History history) {
        return history.traces().stream()
                .map(trace -> Objects.requireNonNull(SourceHealth.find(health, trace.source(), trace.application()))
                        .asOf())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static void refuseOrder(History history) {
        Workflow workflow = history.question().workflow();
        boolean several = history.applications().stream()
                .anyMatch(application -> history.of(application).size() > 1);
        if (several && workflow.selection().combine() == Combine.FIRST_AVAILABLE) {
            throw new UseCaseException("workflow " + workflow.name() + " has combine: first-available, where one source"
                    + " hides what another saw; the past can be judged with latest and any-active-clears");
        }
    }

    private void tellUnjoined(Trace trace) {
        JoinTally tally = observations.joined(trace.source(), trace.application());
        long unjoined = tally.accounts() - tally.joined();
        if (unjoined > 0) {
            notes.add(unjoined + " of " + tally.accounts() + " accounts of " + trace.application()
                    + " are not joined to one person: " + trace.source()
                    + " cannot know them, and where no other source"
                    + " decides they are never selected.");
        }
    }

    private void tell(History history) {
        Workflow workflow = history.question().workflow();
        if (!leftOut.isEmpty()) {
            notes.add("Without " + String.join(", ", leftOut)
                    + ": what keeps no events, cannot be trusted now or is asked by the condition alone has no history here."
                    + " Where it clears people, fewer would have been selected than shown.");
        }
        history.traces().stream()
                .filter(trace -> workflow.selection().matchesPersons(trace.source()))
                .forEach(this::tellUnjoined);
        for (String application : workflow.applications()) {
            if (history.of(application).isEmpty()) {
                notes.add("Without " + application + ": no source of it keeps events.");
            } else if (history.loginsAreUse(application)) {
                notes.add("A login counts as use in " + application + ", as its sources tell of nothing else.");
            }
        }
    }
}
