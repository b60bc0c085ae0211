package dev.dormouse.app;

import dev.dormouse.core.judging.Clause;
import dev.dormouse.core.judging.Judgement;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** Why an account is judged as it is, selected or not. */
public final class Explain {

    private final Workspace workspace;

    public Explain(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Where the evidence comes from. */
    public enum Evidence {
        /** What the last pass read, where there was one. */
        LAST_PASS,
        /** Read now. */
        FRESH
    }

    /** One workflow's view of one account. */
    public record Explanation(Workflow workflow, Judged judged, Judgement judgement, List<Clause> clauses) {}

    /**
     * Every workflow's view of the account, in each of its applications; empty where no application lists it in the scope
     * of a workflow.
     */
    public List<Explanation> explain(String login, Evidence evidence) {
        List<Workflow> workflows = workspace.configuration().workflows().stream()
                .filter(workflow -> workflow.trigger() == Workflow.Trigger.DORMANCY)
                .toList();
        try (Seen seen = Seen.open(workspace, evidence);
                Known known = Known.of(workspace)) {
            Observations observations = seen.observations();
            List<SourceHealth> health = seen.health(known, workflows);
            Questions questions = workspace.questions(observations, health);
            List<Explanation> explanations = new ArrayList<>();
            for (Workflow workflow : workflows) {
                Question question = questions.ask(workflow, known.floors(workflow));
                List<SubjectKey> keys = workflow.applications().stream()
                        .map(application -> new SubjectKey(application, login))
                        .toList();
                Judgements judgements = new Judgements(question);
                observations
                        .judge(question, keys)
                        .forEach(one -> explanations.add(
                                new Explanation(workflow, one, judgements.judge(one), judgements.explain(one))));
            }
            return explanations;
        }
    }
}
