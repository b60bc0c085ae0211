package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.Finding;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the fresh observations say about the subjects of open cases. */
final class Findings implements Function<Case, Finding> {

    private final Question question;
    private final Map<SubjectKey, Judged> judged;
    private final Map<SubjectKey, Judged> outOfScope;
    private final Pass.Judging judge;
    private final Map<String, Map<String, Instant>> reaches = new HashMap<>();

    private Findings(
            Question question, Map<SubjectKey, Judged> judged, Map<SubjectKey, Judged> outOfScope, Pass.Judging judge) {
        this.question = question;
        this.judged = judged;
        this.outOfScope = outOfScope;
        this.judge = judge;
    }

    static Findings read(Observations observations, Question question, List<Case> open, Pass.Judging judge) {
        List<SubjectKey> subjects = open.stream().map(Case::subject).distinct().toList();
        Map<SubjectKey, Judged> judged = judged(observations, question, subjects);
        List<SubjectKey> missing =
                subjects.stream().filter(one -> !judged.containsKey(one)).toList();
        Question everybody = new Question(
                question.workflow().aboutEverybody(), question.now(), question.health(), question.floors());
        return new Findings(question, judged, judged(observations, everybody, missing), judge);
    }

    private static Map<SubjectKey, Judged> judged(
            Observations observations, Question question, List<SubjectKey> subjects) {
        return observations.judge(question, subjects).stream()
                .collect(Collectors.toMap(Judged::key, Function.identity(), (first, second) -> first));
    }

    @Override
    public Finding apply(Case open) {
        Judged found = judged.get(open.subject());
        if (found != null) {
            return finding(found);
        }
        Judged elsewhere = outOfScope.get(open.subject());
        return elsewhere == null ? missing(open.subject().application()) : new Finding.OutOfScope(finding(elsewhere));
    }

    private Finding finding(Judged found) {
        String reason = judge.judge(question, found).reason();
        return switch (found.answer()) {
            case DORMANT ->
                new Finding.Dormant(reason, reaches.computeIfAbsent(found.key().application(), this::reach));
            case ACTIVE -> new Finding.Active("active again: " + reason);
            case EXEMPT -> new Finding.Exempt(reason);
            case UNKNOWN -> new Finding.Unknown(reason);
        };
    }

    /** Not listed: gone, if the list can be trusted. */
    private Finding missing(String application) {
        SourceHealth accounts = question.findHealth(SourceHealth.ACCOUNTS, application);
        if (accounts == null) {
            return new Finding.Unknown("the accounts of " + application + " were not read");
        }
        return accounts.healthy()
                ? new Finding.Gone()
                : new Finding.Unknown("the accounts of " + application + " could not be read: " + accounts.fault());
    }

    private Map<String, Instant> reach(String application) {
        Map<String, Instant> reach = new TreeMap<>();
        for (SourceHealth health : question.health()) {
            if (health.application().equals(application) && isRequired(health.source(), application)) {
                Instant asOf = health.asOf();
                reach.put(health.source(), asOf == null ? Instant.EPOCH : asOf);
            }
        }
        return reach;
    }

    private boolean isRequired(String source, String application) {
        if (source.equals(SourceHealth.ACCOUNTS)) {
            return true;
        }
        SourceRule rule = question.workflow().selection().findRule(source);
        return rule != null && rule.need() == Need.REQUIRED && rule.appliesTo(application);
    }
}
