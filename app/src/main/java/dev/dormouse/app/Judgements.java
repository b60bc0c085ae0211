package dev.dormouse.app;

import dev.dormouse.core.judging.Clause;
import dev.dormouse.core.judging.Judge;
import dev.dormouse.core.judging.Judgement;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works out the judgement of single accounts, with reasons, under one question. */
final class Judgements {

    private static final Judge JUDGE = new Judge();

    private final Question question;

    Judgements(Question question) {
        this.question = question;
    }

    Judgement judge(Judged one) {
        Workflow workflow = question.workflow();
        return JUDGE.judge(
                workflow.selection(), one.key().application(), one.evidence(), question.now(), workflow.zone());
    }

    /** Every clause, those included that did not decide. */
    List<Clause> explain(Judged one) {
        Workflow workflow = question.workflow();
        String application = one.key().application();
        return JUDGE.explain(
                workflow.selection(),
                application,
                one.evidence(),
                question.now(),
                workflow.zone(),
                freshness(application));
    }

    private Map<String, Instant> freshness(String application) {
        Map<String, Instant> bySource = new HashMap<>();
        for (SourceHealth health : question.health()) {
            Instant asOf = health.asOf();
            if (health.application().equals(application) && asOf != null) {
                bySource.put(health.source(), asOf);
            }
        }
        return bySource;
    }
}
