package dev.dormouse.app;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.JoinTally;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.Silence;
import dev.dormouse.core.observations.Silences;
import dev.dormouse.core.observations.Silences.Signal;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Feed.Absence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the question of one workflow from what was read: the health of its sources, held against its own limits. */
final class Questions {

    private final Observations observations;
    private final List<SourceHealth> health;
    private final Places places;
    private final List<String> peopleFrom;
    private final Instant now;
    private final Map<String, JoinTally> joins = new HashMap<>();
    private final Map<Instant, Silences> silences = new HashMap<>();

    /** @param peopleFrom the lists that say who the people are */
    Questions(
            Observations observations, List<SourceHealth> health, Places places, List<String> peopleFrom, Instant now) {
        this.peopleFrom = peopleFrom;
        this.observations = observations;
        this.health = health;
        this.places = places;
        this.now = now;
    }

    Question ask(Workflow workflow, Map<SubjectKey, Floor> floors) {
        Set<String> named =
                workflow.selection().sources().stream().map(SourceRule::source).collect(Collectors.toSet());
        List<SourceHealth> relevant = new ArrayList<>();
        for (SourceHealth one : health) {
            boolean wanted = one.isOfAccounts() || named.contains(one.source());
            if (wanted && workflow.applications().contains(one.application())) {
                relevant.add(limited(workflow, one));
            }
        }
        return new Question(workflow, now, relevant, floors);
    }

    private SourceHealth limited(Workflow workflow, SourceHealth one) {
        if (!one.healthy()) {
            return one;
        }
        String fault = tooOld(workflow, one);
        fault = fault == null ? beforeItsWindow(workflow, one) : fault;
        fault = fault == null ? silent(workflow, one) : fault;
        fault = fault == null && countsByPerson(workflow, one) ? notJoined(one) : fault;
        return fault == null ? covered(workflow, one) : one.withFault(fault);
    }

    static boolean countsByPerson(Workflow workflow, SourceHealth one) {
        return workflow.selection().sources().stream()
                .anyMatch(rule -> rule.source().equals(one.source()) && rule.matchesPersons());
    }

    /** Who is not joined has not been silent. */
    private @Nullable String notJoined(SourceHealth one) {
        for (String list : peopleFrom) {
            List<SourceHealth> read = health.stream()
                    .filter(other -> other.source().equals(list)
                            || (other.isOfAccounts() && other.application().equals(list)))
                    .toList();
            String fault = read.isEmpty()
                    ? "it was not read"
                    : read.stream()
                            .map(SourceHealth::fault)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            if (fault != null) {
                return "the people in " + list + " are not known: " + fault;
            }
        }
        if (one.absence() == Absence.SAYS_ACTIVE) {
            return places.of(one.source(), one.application())
                    + "is a list of verdicts about accounts, and cannot count by person";
        }
        JoinTally joined = joined(one);
        return 2 * joined.matched() >= joined.named()
                ? null
                : places.of(one.source(), one.application()) + "names " + joined.named() + " accounts, of which only "
                        + joined.matched() + " match a person; say in 'persons' who the people are";
    }

    private JoinTally joined(SourceHealth one) {
        return joins.computeIfAbsent(
                one.source() + "|" + one.application(), key -> observations.joined(one.source(), one.application()));
    }

    /** What has seen nobody of a kind since the same instant has lost its signal. */
    private @Nullable String silent(Workflow workflow, SourceHealth one) {
        Window most = workflow.guards().maxSilence();
        Instant asOf = one.asOf();
        if (most == null || asOf == null || !isActivity(workflow, one)) {
            return null;
        }
        Silences known = silences.computeIfAbsent(most.before(now, workflow.zone()), observations::silences);
        if (isLogOfOthers(workflow, one, known)) {
            return places.of(one.source(), one.application()) + "tells of no activity of any of the "
                    + accounts(one.application()) + " accounts, in " + one.records()
                    + " records: see with 'dormouse activity read' what becomes of them; if that is right, write guard:"
                    + " {maxSilence: none}";
        }
        for (Silence silence : known.ofKinds()) {
            if (silence.source().equals(one.source())
                    && silence.application().equals(one.application())
                    && silence.since().isBefore(most.before(asOf, workflow.zone()))) {
                return places.of(one.source(), one.application()) + "has seen nothing of any "
                        + silence.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + " account since "
                        + silence.since() + ", though " + silence.active()
                        + " were active in the 30 days before: a broken signal rather than a dormant workforce; if that"
                        + " is right, write guard: {maxSilence: none}";
            }
        }
        return null;
    }

    /** A log that is read, but names nobody who is listed, is taken for another kind of log, or other people's. */
    private boolean isLogOfOthers(Workflow workflow, SourceHealth one, Silences known) {
        return one.completeFrom() != null
                && one.records() > 0
                && accounts(one.application()) >= Silence.MANY
                && !countsByPerson(workflow, one)
                && !known.heard().contains(new Signal(one.source(), one.application()));
    }

    private long accounts(String application) {
        SourceHealth accounts = SourceHealth.find(health, SourceHealth.ACCOUNTS, application);
        return accounts == null ? 0 : accounts.records();
    }

    private static boolean isActivity(Workflow workflow, SourceHealth one) {
        return workflow.selection().sources().stream()
                .anyMatch(rule -> rule.source().equals(one.source())
                        && (rule.role() == Role.ACTIVITY || rule.role() == Role.ASKED));
    }

    private @Nullable String tooOld(Workflow workflow, SourceHealth one) {
        Window maxAge = workflow.guards().sourceMaxAge();
        Instant asOf = one.asOf();
        if (maxAge == null || (asOf != null && !asOf.isBefore(maxAge.before(now, workflow.zone())))) {
            return null;
        }
        return places.of(one.source(), one.application()) + "is of " + asOf + ", older than the " + maxAge
                + " that sourceMaxAge allows";
    }

    /** What ends before the window begins cannot show that anybody was inactive in it. */
    private @Nullable String beforeItsWindow(Workflow workflow, SourceHealth one) {
        Instant asOf = one.asOf();
        for (SourceRule rule : workflow.selection().sources()) {
            Window window = rule.inactiveFor();
            if (window != null
                    && asOf != null
                    && rule.source().equals(one.source())
                    && asOf.isBefore(window.before(now, workflow.zone()))) {
                return places.of(one.source(), one.application()) + "is of " + asOf
                        + " and says nothing about the last " + window;
            }
        }
        return beforeItsCondition(workflow, one, asOf);
    }

    private @Nullable String beforeItsCondition(Workflow workflow, SourceHealth one, @Nullable Instant asOf) {
        Condition when = workflow.selection().when();
        if (when == null || asOf == null || one.isOfAccounts()) {
            return null;
        }
        return when.windows().stream()
                .filter(window -> asOf.isBefore(now.minus(window)))
                .findFirst()
                .map(window -> places.of(one.source(), one.application()) + "is of " + asOf
                        + " and says nothing about the last " + new Window.Elapsed(window))
                .orElse(null);
    }

    private SourceHealth covered(Workflow workflow, SourceHealth one) {
        double least = workflow.guards().minCoverage();
        if (least <= 0 || !isActivity(workflow, one)) {
            return one;
        }
        double share = countsByPerson(workflow, one)
                ? joined(one).coverage()
                : observations.coverage(one.source(), one.application());
        double percent = 100 * share;
        return percent >= least
                ? one
                : one.withFault(places.of(one.source(), one.application())
                        + String.format(
                                Locale.ROOT,
                                "knows %.1f %% of the accounts, less than the minCoverage of %.1f %%",
                                percent,
                                least));
    }
}
