package dev.dormouse.app;

import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes the question of one workflow from what was read: the health of its sources, held against its own limits. */
final class Questions {

    private final List<SourceHealth> health;
    private final Instant now;
    private final JoinLimit joins;
    private final List<Limit> limits;

    /** @param peopleFrom the lists that say who the people are */
    Questions(
            Observations observations, List<SourceHealth> health, Places places, List<String> peopleFrom, Instant now) {
        this.joins = new JoinLimit(observations, health, places, peopleFrom);
        this.health = health;
        this.now = now;
        this.limits = List.of(
                new FreshnessLimit(places, now),
                new SilenceLimit(observations, health, places, now),
                joins,
                new CoverageLimit(observations, places, joins));
    }

    Question ask(Workflow workflow, Map<SubjectKey, Floor> floors) {
        List<SourceHealth> relevant = health.stream()
                .filter(one -> isAsked(workflow, one))
                .map(one -> limited(workflow, one, limits))
                .toList();
        return new Question(workflow, now, relevant, floors);
    }

    /**
     * What a look at the past by that workflow may rest on: how old a source is now does not matter there, but who is not
     * joined to a person was not silent then either.
     */
    List<SourceHealth> past(Workflow workflow) {
        return health.stream()
                .map(one -> limited(workflow, one, List.of(joins)))
                .toList();
    }

    private static boolean isAsked(Workflow workflow, SourceHealth one) {
        return workflow.applications().contains(one.application())
                && (one.isOfAccounts() || workflow.selection().findRule(one.source()) != null);
    }

    /** The first limit that is exceeded is told. */
    private static SourceHealth limited(Workflow workflow, SourceHealth one, List<? extends Limit> limits) {
        if (!one.healthy()) {
            return one;
        }
        for (Limit limit : limits) {
            String fault = limit.fault(workflow, one);
            if (fault != null) {
                return one.withFault(fault);
            }
        }
        return one;
    }
}
