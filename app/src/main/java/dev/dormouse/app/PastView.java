package dev.dormouse.app;

import dev.dormouse.app.Explain.Explanation;
import dev.dormouse.app.Histories.Reach;
import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.judging.SubjectEvidence;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.PastSubject;
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
            Map<String, Evidence> bySource = bySource(workflow, today);
            PastFacts.Asked asked = asked(workflow, today, bySource);
            Judged then = asOf(today, bySource, asked.known());
            List<String> notes = notes(workflow, then);
            notes.addAll(asked.doubts());
            explanations.add(new Explanation(workflow, then, judgements.judge(then), judgements.explain(then), notes));
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

    private Map<String, Evidence> bySource(Workflow workflow, Judged today) {
        Map<String, SeenBefore> seen = new HashMap<>();
        PastSubject subject = PastSubject.of(today, workflow.selection());
        observations.seenBefore(subject, null, at).forEach(one -> seen.put(one.source(), one));
        Map<String, Evidence> bySource = new LinkedHashMap<>();
        for (SourceRule rule : workflow.selection().sources()) {
            if (rule.appliesTo(today.key().application())) {
                bySource.put(rule.source(), evidence(workflow, rule, today, seen.get(rule.source())));
            }
        }
        return bySource;
    }

    /** What the condition asks, by what the sources that answer it told by then. */
    private PastFacts.Asked asked(Workflow workflow, Judged today, Map<String, Evidence> bySource) {
        Condition when = workflow.selection().when();
        if (when == null) {
            return PastFacts.Asked.NOTHING;
        }
        String application = today.key().application();
        List<Told> told = workflow.selection().sources().stream()
                .filter(rule -> rule.tellsActivity() && rule.appliesTo(application))
                .map(rule -> new Told(
                        rule, Objects.requireNonNull(bySource.get(rule.source())), histories.reach(rule, application)))
                .toList();
        return new PastFacts(observations, today, PastSubject.of(today, workflow.selection()), at, told).ask(when);
    }

    private static Judged asOf(Judged today, Map<String, Evidence> bySource, Map<Fact, Object> asked) {
        SubjectEvidence now = today.evidence();
        return new Judged(
                today.key(),
                today.login(),
                today.remoteId(),
                today.email(),
                today.entitlement(),
                today.answer(),
                new SubjectEvidence(now.created(), now.floor(), now.exemptedBy(), bySource, asked));
    }

    private Evidence evidence(Workflow workflow, SourceRule rule, Judged today, @Nullable SeenBefore seen) {
        Reach reach = histories.reach(rule, today.key().application());
        if (reach == null) {
            return new Evidence.Unknown("it keeps no events, so what it said at " + at + " is not known", null);
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
            return isBeforeGap(workflow, rule, from, newest)
                    ? new Evidence.Unknown(reachesBackTo(from), newest)
                    : new Evidence.At(newest);
        }
        Instant created = today.evidence().created();
        return from == null || (created != null && !from.isAfter(created))
                ? new Evidence.Never()
                : new Evidence.NoneSince(from);
    }

    private boolean isBeforeGap(Workflow workflow, SourceRule rule, @Nullable Instant from, Instant newest) {
        if (from == null || rule.inactiveFor() == null) {
            return false;
        }
        Instant start = rule.inactiveFor().before(at, workflow.zone());
        return from.isAfter(start) && !newest.isAfter(start);
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
                        + " it holds, whose it is, and the exemptions; of what was decided about it the last alone is known.");
        Instant created = then.evidence().created();
        if (created != null && created.isAfter(at)) {
            notes.add("The account was created at " + created + ": it did not exist then.");
        }
        if (workflow.selection().when() != null) {
            notes.add(
                    "What the condition ('when') asks of activity is as of then; all else that it asks is as of today.");
        }
        return notes;
    }
}
