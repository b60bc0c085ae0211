package dev.dormouse.core.judging;

import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.SourceRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From the evidence about one account to its judgement, under one selection at one instant. Pure and thread-safe. The
 * observations module judges whole populations by the same rules in SQL; a difference between the two is a defect.
 */
public final class Judge {

    /** @param windowStart worked out once, as calendars are slow; null for a source that gives verdicts */
    private record Asked(SourceRule rule, @Nullable Instant windowStart) {}

    private final Selection selection;
    private final Instant now;
    private final ZoneId zone;
    private final List<Asked> sources;

    /**
     * A judge for many accounts.
     *
     * @param now the instant of the pass
     * @param zone of the workflow, for calendar windows and for the dates in texts
     */
    public Judge(Selection selection, Instant now, ZoneId zone) {
        this.selection = selection;
        this.now = now;
        this.zone = zone;
        this.sources = selection.sources().stream()
                .map(rule -> new Asked(
                        rule,
                        rule.inactiveFor() == null ? null : rule.inactiveFor().before(now, zone)))
                .toList();
    }

    /** Judges one account. */
    public Judgement judge(String application, SubjectEvidence evidence) {
        Facts facts = facts(application, evidence);
        Verdict verdict = decide(facts, new Wording(zone, facts));
        List<SourceView> views = new ArrayList<>(facts.views());
        views.addAll(facts.asked());
        SourceView newest = newest(views);
        return new Judgement(
                verdict.answer(),
                newest == null ? null : newest.seen(),
                source(newest, verdict.answer(), views),
                verdict.reason(),
                facts.neverUsed());
    }

    /**
     * Every clause of a judgement; apart from it, because nobody reads those of a whole population.
     *
     * @param freshness up to when each source tells everything; a source without an entry is shown without
     */
    public List<Clause> explain(String application, SubjectEvidence evidence, Map<String, Instant> freshness) {
        return new Explanation(facts(application, evidence), freshness).clauses();
    }

    private Facts facts(String application, SubjectEvidence evidence) {
        List<SourceView> views = new ArrayList<>();
        for (Asked source : sources) {
            SourceRule rule = source.rule();
            if (rule.appliesTo(application)) {
                views.add(SourceView.of(rule, evidence.bySource().get(rule.source()), source.windowStart()));
            }
        }
        return Facts.of(selection, evidence, views, now);
    }

    private record Verdict(Answer answer, String reason) {}

    /** The order is the rule: exemptions always win, then activity, then what protects the young and the returned. */
    private static Verdict decide(Facts facts, Wording wording) {
        if (facts.evidence().exemptedBy() != null) {
            return new Verdict(Answer.EXEMPT, "exempt: " + facts.evidence().exemptedBy());
        }
        if (facts.combined() == Truth.ACTIVE) {
            return new Verdict(Answer.ACTIVE, wording.decided(Truth.ACTIVE));
        }
        boolean excluded = facts.neverUsed() && facts.neverActive() == NeverActive.EXCLUDE;
        if (excluded && facts.combined() == Truth.INACTIVE) {
            return new Verdict(Answer.EXEMPT, "never used; neverActive: exclude");
        }
        if (facts.tooYoung()) {
            return new Verdict(Answer.ACTIVE, wording.tooYoung());
        }
        if (facts.combined() == Truth.UNKNOWN) {
            return new Verdict(Answer.UNKNOWN, wording.unknown());
        }
        if (facts.ageIsMissing()) {
            return new Verdict(Answer.UNKNOWN, "never used, and when it was created is not known");
        }
        return new Verdict(Answer.DORMANT, wording.decided(Truth.INACTIVE));
    }

    // Loops here and in the texts, not streams: judging in a short process is over before streams run well.
    private static @Nullable SourceView newest(List<SourceView> views) {
        SourceView newest = null;
        Instant last = Instant.MIN;
        for (SourceView view : views) {
            Instant seen = view.seen();
            if (seen != null && seen.isAfter(last)) {
                newest = view;
                last = seen;
            }
        }
        return newest;
    }

    private static @Nullable String source(@Nullable SourceView newest, Answer answer, List<SourceView> views) {
        if (newest != null) {
            return newest.name();
        }
        Truth deciding = switch (answer) {
            case DORMANT, EXEMPT -> Truth.INACTIVE;
            case ACTIVE -> Truth.ACTIVE;
            case UNKNOWN -> Truth.UNKNOWN;
        };
        return views.stream()
                .filter(view -> view.truth() == deciding)
                .map(SourceView::name)
                .findFirst()
                .orElse(null);
    }
}
