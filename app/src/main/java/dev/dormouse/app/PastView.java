package dev.dormouse.app;

import dev.dormouse.app.Explain.Explanation;
import dev.dormouse.app.Histories.Reach;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.judging.SubjectEvidence;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SeenBefore;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow would have answered of single accounts at a past instant. Events tell what was seen by then; whatever
 * tells the present state alone is unknown there, and never taken for silence.
 */
final class PastView {

    private final Observations observations;
    private final List<SourceHealth> health;
    private final Histories histories;
    private final Instant at;

    PastView(Observations observations, List<SourceHealth> health, Histories.Kept kept, Instant at) {
        this.observations = observations;
        this.health = health;
        this.histories = new Histories(observations, health, kept);
        this.at = at;
    }

    List<Explanation> of(Workflow workflow, Map<SubjectKey, Floor> floors, List<SubjectKey> keys) {
        Question question = new Question(workflow, at, relevant(workflow), known(floors));
        Judgements judgements = new Judgements(question);
        List<Explanation> explanations = new ArrayList<>();
        for (Judged today : observations.judge(question, keys)) {
            Judged then = asOf(workflow, today);
            explanations.add(new Explanation(
                    workflow, then, judgements.judge(then), judgements.explain(then), notes(workflow, then)));
        }
        return explanations;
    }

    private List<SourceHealth> relevant(Workflow workflow) {
        return health.stream()
                .filter(one -> workflow.applications().contains(one.application()))
                .toList();
    }

    /** What was decided later was not known then. */
    private Map<SubjectKey, Floor> known(Map<SubjectKey, Floor> floors) {
        Map<SubjectKey, Floor> known = new HashMap<>(floors);
        known.values().removeIf(floor -> floor.at().isAfter(at));
        return known;
    }

    private Judged asOf(Workflow workflow, Judged today) {
        Map<String, SeenBefore> seen = new HashMap<>();
        String grant = workflow.selection().isAboutGrants() ? today.entitlement() : null;
        observations.seenBefore(today.key(), grant, at).forEach(one -> seen.put(one.source(), one));
        SubjectEvidence now = today.evidence();
        Map<String, Evidence> bySource = new LinkedHashMap<>();
        for (SourceRule rule : workflow.selection().sources()) {
            if (rule.appliesTo(today.key().application())) {
                bySource.put(rule.source(), evidence(workflow, rule, today, seen.get(rule.source())));
            }
        }
        return new Judged(
                today.key(),
                today.login(),
                today.remoteId(),
                today.email(),
                today.entitlement(),
                today.answer(),
                new SubjectEvidence(now.created(), now.floor(), now.exemptedBy(), bySource));
    }

    private Evidence evidence(Workflow workflow, SourceRule rule, Judged today, @Nullable SeenBefore seen) {
        Reach reach = histories.reach(rule, today.key().application());
        if (reach == null) {
            String why = rule.matchesPersons()
                    ? "it counts by person, and whose an account was at " + at + " is not known"
                    : "it keeps no events, so what it said at " + at + " is not known";
            return new Evidence.Unknown(why, null);
        }
        Instant newest = seen == null ? null : seen.newest();
        String doubt = doubt(reach, seen);
        if (doubt != null) {
            return new Evidence.Unknown(doubt, newest);
        }
        if (today.evidence().bySource().get(rule.source()) instanceof Evidence.Unknown(String reason, Instant _)) {
            return new Evidence.Unknown(reason, newest);
        }
        Instant from = reach.from();
        if (newest != null) {
            Instant start = Objects.requireNonNull(rule.inactiveFor()).before(at, workflow.zone());
            boolean isBeforeGap = from != null && from.isAfter(start) && !newest.isAfter(start);
            return isBeforeGap ? new Evidence.Unknown(reachesBackTo(from), newest) : new Evidence.At(newest);
        }
        Instant created = today.evidence().created();
        return from == null || (created != null && !from.isAfter(created))
                ? new Evidence.Never()
                : new Evidence.NoneSince(from);
    }

    /** Why the events do not tell what was the newest by then; null where they do. */
    private @Nullable String doubt(Reach reach, @Nullable SeenBefore seen) {
        SourceHealth source = reach.source();
        Instant asOf = source.asOf();
        if (source.fault() != null) {
            return source.fault();
        }
        if (asOf == null || at.isAfter(asOf)) {
            return "it tells everything up to " + asOf + " only";
        }
        if (reach.from() != null && at.isBefore(reach.from())) {
            return reachesBackTo(reach.from());
        }
        return seen == null || seen.exact() ? null : "the events of that day are kept as a sum only";
    }

    private static String reachesBackTo(@Nullable Instant from) {
        return "its events reach back to " + from + " only";
    }

    private List<String> notes(Workflow workflow, Judged then) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "As of " + at + ", by the events that are kept. As of today: that the account is listed, its kind, what"
                        + " it holds, and the exemptions; of what was decided about it the last alone is known.");
        Instant created = then.evidence().created();
        if (created != null && created.isAfter(at)) {
            notes.add("The account was created at " + created + ": it did not exist then.");
        }
        if (workflow.selection().when() != null) {
            notes.add("What the condition ('when') asks is known for today alone, so it is unknown here.");
        }
        return notes;
    }
}
