package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.judging.Judgement;
import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One pass over all workflows at one instant. */
public final class Pass {

    private final PassContext context;
    private final Outbox outbox;

    /**
     * @param versions finds the document of a version of a workflow
     * @param leavers the workflow that takes over cases whose notice bounced; null for none
     */
    public Pass(
            Ledger ledger,
            Remotes remotes,
            Templates templates,
            Instant now,
            BiFunction<String, Integer, Workflow> versions,
            @Nullable Workflow leavers,
            Progress progress) {
        Map<String, Workflow> known = new HashMap<>();
        BiFunction<String, Integer, Workflow> remembered =
                (name, version) -> known.computeIfAbsent(name + "@" + version, key -> versions.apply(name, version));
        this.context = new PassContext(ledger, remotes, templates, now, remembered, leavers, progress);
        this.outbox = new Outbox(context);
    }

    /**
     * Settles what an interrupted run left open, then passes over each workflow.
     *
     * @param judge the same rules for one account, for its reason
     */
    public List<PassResult> run(Observations observations, List<Question> questions, Judging judge) {
        Set<Long> unsettled = new Recovery(context, outbox).settle();
        List<PassResult> results = new ArrayList<>();
        for (Question question : questions) {
            noteFaults(question);
            results.add(
                    question.workflow().output() == null
                            ? new WorkflowPass(context, observations, question, judge, outbox).run(unsettled)
                            : new SetPass(context, observations, question, outbox).run());
        }
        return results;
    }

    /**
     * Orders restores, all of them or none, and begins them; what waits for somebody goes on at the next passes.
     *
     * @param taken cases that took something
     */
    public List<Case> restore(List<Case> taken, String by) {
        Writer writer = new Writer(context);
        List<Case> opened = context.ledger()
                .write(transaction -> taken.stream()
                        .map(old -> writer.openRestore(transaction, old, by))
                        .toList());
        Steps steps = new Steps(context);
        return opened.stream().map(steps::giveBack).toList();
    }

    private void noteFaults(Question question) {
        List<SourceHealth> faulty =
                question.health().stream().filter(health -> !health.healthy()).toList();
        if (faulty.isEmpty()) {
            return;
        }
        context.ledger().write(transaction -> {
            for (SourceHealth health : faulty) {
                transaction.append(new JournalEntry.Draft(
                        context.now(),
                        JournalKind.SOURCE,
                        question.workflow().name(),
                        0,
                        health.application(),
                        Entries.DORMOUSE,
                        health.source() + " of " + health.application() + ": " + health.fault(),
                        Map.of()));
            }
            return faulty.size();
        });
    }

    /** The judgement of one account under one question. */
    public interface Judging {

        Judgement judge(Question question, Judged one);
    }
}
