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

    private final Question question;
    private final Judge judge;

    Judgements(Question question) {
        Workflow workflow = question.workflow();
        this.question = question;
        this.judge = new Judge(workflow.selection(), question.now(), workflow.zone());
    }

    Judgement judge(Judged one) {
        return judge.judge(one.key().application(), one.evidence());
    }

    /** Every clause, those included that did not decide. */
    List<Clause> explain(Judged one) {
        String application = one.key().application();
        return judge.explain(application, one.evidence(), freshness(application));
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
