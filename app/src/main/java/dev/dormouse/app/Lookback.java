package dev.dormouse.app;

import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import java.util.List;
import java.util.function.Function;

/** Opens what the last pass kept, or reads everything now, for a use case that looks at the past of a workflow. */
final class Lookback {

    private final Workspace workspace;

    Lookback(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What there is to look back with. The store is closed with the answer. */
    record View(Observations observations, Question question, Histories histories) {}

    <T> T at(Workflow workflow, Function<View, T> answer) {
        if (workspace.stores().hasObservations()) {
            try (Observations last = workspace.openObservations()) {
                if (!last.health().isEmpty()) {
                    return answer.apply(view(workflow, last, last.health()));
                }
            }
        }
        try (FolderLock _ = workspace.stores().lockShared("backtest");
                Observations fresh = workspace.stores().scratchObservations();
                Known known = Known.of(workspace)) {
            List<SourceHealth> health =
                    workspace.sync(List.of(workflow)).run(workspace.reader(known.memories(), fresh));
            return answer.apply(view(workflow, fresh, health));
        }
    }

    private View view(Workflow workflow, Observations observations, List<SourceHealth> health) {
        try (Known known = Known.of(workspace)) {
            Questions questions = workspace.questions(observations, health);
            Question question = questions.ask(workflow, known.floors(workflow));
            question.health().stream()
                    .filter(one -> one.isOfAccounts() && !one.healthy())
                    .findFirst()
                    .ifPresent(one -> {
                        throw new UseCaseException(
                                "the accounts of " + one.application() + " are not known: " + one.fault());
                    });
            return new View(
                    observations,
                    question,
                    new Histories(
                            observations,
                            questions.past(workflow),
                            workspace.stores().kept()));
        }
    }
}
