package dev.dormouse.app;

import dev.dormouse.core.observations.JoinTally;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Feed.Absence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What counts by person has to know the persons: who is not joined has not been silent. */
final class JoinLimit implements Limit {

    private final Observations observations;
    private final List<SourceHealth> health;
    private final Places places;
    private final List<String> peopleFrom;
    private final Map<String, JoinTally> joins = new HashMap<>();

    /** @param peopleFrom the lists that say who the people are */
    JoinLimit(Observations observations, List<SourceHealth> health, Places places, List<String> peopleFrom) {
        this.observations = observations;
        this.health = health;
        this.places = places;
        this.peopleFrom = peopleFrom;
    }

    @Override
    public @Nullable String fault(Workflow workflow, SourceHealth source) {
        if (!workflow.selection().matchesPersons(source.source())) {
            return null;
        }
        for (String list : peopleFrom) {
            String fault = faultOf(list);
            if (fault != null) {
                return "the people in " + list + " are not known: " + fault;
            }
        }
        if (source.absence() == Absence.SAYS_ACTIVE) {
            return places.of(source) + "is a list of verdicts about accounts, and cannot count by person";
        }
        JoinTally joined = joined(source);
        return 2 * joined.matched() >= joined.named()
                ? null
                : places.of(source) + "names " + joined.named() + " accounts, of which only " + joined.matched()
                        + " match a person; say in 'persons' who the people are";
    }

    /** How far the accounts that the source names are joined to persons. */
    JoinTally joined(SourceHealth source) {
        return joins.computeIfAbsent(
                source.source() + "|" + source.application(),
                key -> observations.joined(source.source(), source.application()));
    }

    private @Nullable String faultOf(String list) {
        List<SourceHealth> read = health.stream()
                .filter(one -> one.source().equals(list)
                        || (one.isOfAccounts() && one.application().equals(list)))
                .toList();
        return read.isEmpty()
                ? "it was not read"
                : read.stream()
                        .map(SourceHealth::fault)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
