package dev.dormouse.app;

import dev.dormouse.core.judging.Clause;
import dev.dormouse.core.judging.Judgement;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /**
     * One workflow's view of one account.
     *
     * @param notes what the reader has to know to take it for what it is
     */
    public record Explanation(
            Workflow workflow, Judged judged, Judgement judgement, List<Clause> clauses, List<String> notes) {

        public Explanation {
            clauses = List.copyOf(clauses);
            notes = List.copyOf(notes);
        }
    }

    /**
     * All views of one account; at least one.
     *
     * @param lastPassUpTo the newest instant of which the last pass knew; null where everything was read now
     */
    public record Answer(
            List<Explanation> explanations, @Nullable Instant lastPassUpTo) {

        public Answer {
            explanations = List.copyOf(explanations);
        }
    }

    /**
     * Every workflow's view of the account, in each of its applications.
     *
     * @throws UseCaseException where no application lists it in the scope of a workflow
     */
    public Answer explain(String login, Evidence evidence) {
        return each(login, evidence, (seen, known, health, workflow, keys) -> {
            Question question = workspace.questions(seen, health).ask(workflow, known.floors(workflow));
            Judgements judgements = new Judgements(question);
            return seen.judge(question, keys).stream()
                    .map(one -> new Explanation(
                            workflow,
                            one,
                            judgements.judge(one),
                            judgements.explain(one),
                            known.standing(workflow, one.key(), workspace.now())))
                    .toList();
        });
    }

    /**
     * Every workflow's view of the account as it would have been at a past instant, by the events that are kept.
     *
     * @throws UseCaseException where the instant is not past, or no application lists it in the scope of a workflow
     */
    public Answer explain(String login, Evidence evidence, Instant at) {
        if (at.isAfter(workspace.now())) {
            throw new UseCaseException("--at " + at + " is not past: it is " + workspace.now());
        }
        return each(
                login,
                evidence,
                (seen, known, health, workflow, keys) -> new PastView(
                                seen,
                                workspace.questions(seen, health).past(workflow),
                                workspace.stores().kept(),
                                at)
                        .of(workflow, known.floors(workflow), keys));
    }

    /** Looks at one workflow with what was seen. */
    private interface View {

        List<Explanation> of(
                Observations seen, Known known, List<SourceHealth> health, Workflow workflow, List<SubjectKey> keys);
    }

    private Answer each(String login, Evidence evidence, View view) {
        List<Workflow> workflows = workspace.configuration().workflows().stream()
                .filter(workflow -> workflow.trigger() == Workflow.Trigger.DORMANCY)
                .toList();
        try (Seen seen = Seen.open(workspace, evidence);
                Known known = Known.of(workspace)) {
            Instant upTo = seen.lastPassUpTo();
            List<SourceHealth> health = seen.health(known, workflows);
            List<Explanation> explanations = new ArrayList<>();
            for (Workflow workflow : workflows) {
                List<SubjectKey> keys = workflow.applications().stream()
                        .map(application -> new SubjectKey(application, login))
                        .toList();
                explanations.addAll(view.of(seen.observations(), known, health, workflow, keys));
            }
            if (explanations.isEmpty()) {
                throw nobody(login, workflows, health);
            }
            return new Answer(explanations, upTo);
        }
    }

    private static UseCaseException nobody(String login, List<Workflow> workflows, List<SourceHealth> health) {
        Set<String> applications = Documents.applications(workflows);
        String among = health.stream()
                .filter(one -> one.isOfAccounts() && applications.contains(one.application()))
                .map(one -> "the " + one.records() + " of " + one.application())
                .collect(Collectors.joining(" and "));
        boolean some = workflows.stream()
                .anyMatch(workflow -> !workflow.selection().holding().isEmpty());
        return new UseCaseException("no account '" + login + "'"
                + (among.isEmpty() ? "; no list of accounts was read" : " among " + among)
                + (some ? ", or none in the scope of a workflow (holding)" : ""));
    }
}
