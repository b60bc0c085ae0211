package dev.dormouse.app;

import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.observations.JoinTally;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far each source can be trusted: how fresh it is, whom it knows, how much it delivered, what it could not read. */
public final class Sources {

    private final Workspace workspace;

    public Sources(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * One source for one application.
     *
     * @param health with the limits of the workflows that ask it
     * @param usual how many records it usually delivers; null where no pass has read it yet
     * @param coverage the share of the accounts of which it says anything, 0 to 1; null for the list of accounts itself,
     *     and for what could not be read
     * @param joins how far accounts are joined to persons; null where it does not count by person
     */
    public record Row(
            SourceHealth health,
            @Nullable Long usual,
            @Nullable Double coverage,
            @Nullable JoinTally joins) {}

    /**
     * All sources.
     *
     * @param lastPassUpTo the newest instant of which the last pass knew; null where everything was read now
     */
    public record Answer(List<Row> rows, @Nullable Instant lastPassUpTo) {

        public Answer {
            rows = List.copyOf(rows);
        }
    }

    /** A source as one workflow looks at it. */
    private record Looked(SourceHealth health, boolean byPerson) {}

    /** Every source of every workflow that dormancy triggers; a source that two of them judge differently is there twice. */
    public Answer read(Explain.Evidence evidence) {
        try (Seen seen = Seen.open(workspace, evidence);
                Known known = Known.of(workspace)) {
            List<SourceMemory> memories = known.memories();
            Instant upTo = seen.lastPassUpTo();
            List<SourceHealth> health = seen.health(known, workflows());
            Questions questions = workspace.questions(seen.observations(), health);
            Set<Looked> limited = new LinkedHashSet<>();
            for (Workflow workflow : workflows()) {
                for (SourceHealth one :
                        questions.ask(workflow, known.floors(workflow)).health()) {
                    limited.add(new Looked(one, workflow.selection().matchesPersons(one.source())));
                }
            }
            return new Answer(
                    limited.stream()
                            .map(one -> row(seen.observations(), memories, one))
                            .toList(),
                    upTo);
        }
    }

    private static Row row(Observations observations, List<SourceMemory> memories, Looked looked) {
        SourceHealth one = looked.health();
        boolean read = one.healthy() || one.records() > 0;
        JoinTally joins = read && looked.byPerson() ? observations.joined(one.source(), one.application()) : null;
        return new Row(
                one,
                usual(memories, one),
                joins == null ? (read ? coverage(observations, one) : null) : Double.valueOf(joins.coverage()),
                joins);
    }

    private List<Workflow> workflows() {
        return workspace.configuration().workflows().stream()
                .filter(workflow -> workflow.trigger() == Workflow.Trigger.DORMANCY)
                .toList();
    }

    private static @Nullable Long usual(List<SourceMemory> memories, SourceHealth one) {
        return memories.stream()
                .filter(memory -> memory.source().equals(one.source())
                        && memory.application().equals(one.application()))
                .map(SourceMemory::usualRecords)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double coverage(Observations observations, SourceHealth one) {
        return one.isOfAccounts() ? null : observations.coverage(one.source(), one.application());
    }
}
