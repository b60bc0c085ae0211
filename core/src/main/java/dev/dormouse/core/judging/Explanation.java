package dev.dormouse.core.judging;

import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.workflow.Selection.NeverActive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every clause of a judgement, those included that did not decide. */
record Explanation(Facts facts, Map<String, Instant> freshness) {

    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        facts.views().forEach(view -> clauses.add(source(view)));
        facts.asked().forEach(view -> clauses.add(asked(view)));
        condition().ifPresent(clauses::add);
        clauses.add(exemption());
        clauses.add(floor());
        clauses.add(creation());
        return clauses;
    }

    private Clause source(SourceView view) {
        String asked = view.windowStart() == null
                ? "calls it dormant"
                : "inactive for " + view.rule().inactiveFor();
        String optional = view.truth() == Truth.OUT ? " (optional, takes no part)" : "";
        return new Clause(
                view.name() + " " + asked,
                value(view.evidence()) + optional,
                view.name(),
                freshness.get(view.name()),
                view.truth().speaksForDormant());
    }

    private static String value(Evidence evidence) {
        return switch (evidence) {
            case Evidence.At(Instant at) -> "active at " + at;
            case Evidence.NoneSince(Instant since) -> "nothing seen since " + since;
            case Evidence.Never() -> "never active";
            case Evidence.Says(Evidence.Opinion opinion) ->
                opinion == Evidence.Opinion.DORMANT ? "says dormant" : "says active";
            case Evidence.Unknown(String reason, Instant seen) ->
                "unknown: " + reason + (seen == null ? "" : " (seen active at " + seen + ")");
        };
    }

    private Clause asked(SourceView view) {
        String name = view.name() + " answers the condition";
        return new Clause(name, value(view.evidence()), view.name(), freshness.get(view.name()), null);
    }

    private Optional<Clause> condition() {
        ConditionView condition = facts.condition();
        return condition == null
                ? Optional.empty()
                : Optional.of(new Clause(
                        "when " + condition.condition().text().strip(),
                        condition.values(),
                        "",
                        null,
                        condition.truth().speaksForDormant()));
    }

    private Clause exemption() {
        String by = facts.evidence().exemptedBy();
        return new Clause("not exempt", by == null ? "no exemption matches" : by, "", null, by == null);
    }

    private Clause floor() {
        Floor floor = facts.evidence().floor();
        String name = facts.earliestStart() == null
                ? "nothing restarts its inactivity"
                : "nothing restarts its inactivity after " + facts.earliestStart();
        String value = floor == null ? "nothing did" : floor.why() + " at " + floor.at();
        return new Clause(name, value, "", null, floor == null || startedEarly(floor.at()));
    }

    private Clause creation() {
        Instant created = facts.evidence().created();
        String value = (created == null ? "creation not known" : "created at " + created)
                + (facts.neverUsed() ? ", never used, neverActive: " + policy() : "");
        return new Clause("old enough", value, "", null, oldEnough(created));
    }

    private @Nullable Boolean oldEnough(@Nullable Instant created) {
        if (facts.neverUsed() && facts.neverActive() == NeverActive.EXCLUDE) {
            return false;
        }
        if (facts.ageIsMissing()) {
            return null;
        }
        return created == null || startedEarly(created);
    }

    private boolean startedEarly(Instant start) {
        return facts.earliestStart() == null || !start.isAfter(facts.earliestStart());
    }

    private String policy() {
        return switch (facts.neverActive()) {
            case EXCLUDE -> "exclude";
            case SINCE_CREATED -> "since-created";
            case REVIEW -> "review";
        };
    }
}
