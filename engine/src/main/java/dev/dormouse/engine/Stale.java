package dev.dormouse.engine;

import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import java.util.List;

/** Exemptions of one workflow that match nobody any more. */
record Stale(Observations observations, Question question) {

    private List<Exemption> unmatched() {
        return question.accountsAreKnown() ? observations.unmatched(question) : List.of();
    }

    List<String> emptyGroups() {
        return unmatched().stream()
                .filter(entry -> entry.kind() == Exemptions.Kind.GROUP)
                .map(Exemption::match)
                .toList();
    }

    List<String> words() {
        return unmatched().stream()
                .map(entry -> entry.match() + (entry.until() == null ? "" : " (until " + entry.until() + ")"))
                .toList();
    }
}
