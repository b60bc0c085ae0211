package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseLife;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.judging.Judgement;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.Ledger.LastEnding;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Opens cases for those who are dormant, have none, and are not in their cooldown. */
final class Openings {

    private static final int BATCH = 500;

    private final PassContext pass;
    private final Workflow workflow;
    private final Function<Judged, Judgement> judge;

    Openings(PassContext pass, Workflow workflow, Function<Judged, Judgement> judge) {
        this.pass = pass;
        this.workflow = workflow;
        this.judge = judge;
    }

    /** Those of the dormant who would get a case now. */
    List<Judged> select(List<Judged> dormant) {
        Set<SubjectKey> taken = new HashSet<>();
        pass.ledger().cases(new CaseQuery(null, true, null)).forEach(open -> taken.add(open.subject()));
        for (LastEnding ending : pass.ledger().lastEndings(workflow.name())) {
            if (workflow.isCooling(ending.at(), pass.now())) {
                taken.add(ending.subject());
            }
        }
        return dormant.stream().filter(one -> !taken.contains(one.key())).toList();
    }

    List<Case> open(List<Judged> selected, int version) {
        List<Case> opened = new ArrayList<>();
        Writer writer = new Writer(pass);
        CaseLife life = new CaseLife(workflow, pass.now());
        for (int from = 0; from < selected.size(); from += BATCH) {
            List<Judged> batch = selected.subList(from, Math.min(selected.size(), from + BATCH));
            opened.addAll(pass.ledger()
                    .write(transaction -> batch.stream()
                            .map(one -> writer.open(
                                    transaction, life.begin(fresh(one, version)).next()))
                            .toList()));
        }
        return opened;
    }

    private Case fresh(Judged one, int version) {
        Judgement judgement = judge.apply(one);
        return new Case(
                0,
                new Trigger.Dormancy(judgement.reason(), judgement.lastActivity(), judgement.neverUsed()),
                workflow.name(),
                version,
                one.key(),
                one.login(),
                one.remoteId(),
                one.email(),
                pass.now(),
                Reviewing.stage(0),
                pass.now());
    }
}
