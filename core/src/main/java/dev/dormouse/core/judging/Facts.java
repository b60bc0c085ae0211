package dev.dormouse.core.judging;

import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.NeverActive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement rests on.
 *
 * @param views of the sources that take part by themselves
 * @param asked of those that only answer the condition
 * @param combined what the sources and the condition come to together
 * @param condition null for none
 * @param earliestStart the start of the longest window that protects, of a source or of the condition; null where there is none
 * @param neverUsed no source ever saw the account, and one that would have says so
 */
record Facts(
        SubjectEvidence evidence,
        List<SourceView> views,
        List<SourceView> asked,
        @Nullable ConditionView condition,
        Truth combined,
        NeverActive neverActive,
        boolean neverUsed,
        @Nullable Instant earliestStart) {

    static Facts of(Selection selection, SubjectEvidence evidence, List<SourceView> all, Instant now) {
        List<SourceView> views = new ArrayList<>();
        List<SourceView> asked = new ArrayList<>();
        boolean seen = false;
        boolean never = false;
        for (SourceView view : all) {
            if (view.rule().decides()) {
                views.add(view);
                seen |= view.seen() != null;
                never |= view.evidence() instanceof Evidence.Never;
            } else {
                asked.add(view);
            }
        }
        ConditionView condition =
                selection.when() == null ? null : ConditionView.of(selection.when(), evidence.asked(), now);
        Truth sources = selection.conditionAlone() ? Truth.INACTIVE : Combination.of(selection.combine(), views);
        return new Facts(
                evidence,
                views,
                asked,
                condition,
                condition == null ? sources : both(sources, condition.truth()),
                selection.neverActive(),
                never && !seen,
                earliestStart(selection, views, now));
    }

    private static @Nullable Instant earliestStart(Selection selection, List<SourceView> views, Instant now) {
        Instant earliest = null;
        for (SourceView view : views) {
            earliest = earlier(earliest, view.windowStart());
        }
        for (Duration window : selection.protectingWindows()) {
            earliest = earlier(earliest, now.minus(window));
        }
        return earliest;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    private static Truth both(Truth sources, Truth condition) {
        if (sources == Truth.ACTIVE || condition == Truth.ACTIVE) {
            return Truth.ACTIVE;
        }
        return sources == Truth.UNKNOWN || condition == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.INACTIVE;
    }

    /** The latest instant from which inactivity counts: the creation, or what the ledger and the exemptions know. */
    @Nullable
    Floor floor() {
        Floor known = evidence.floor();
        Instant created = evidence.created();
        if (created == null || (known != null && !created.isAfter(known.at()))) {
            return known;
        }
        return new Floor(created, "created");
    }

    /** Whether the account could not yet have been inactive for the longest window. */
    boolean tooYoung() {
        Floor floor = floor();
        return floor != null && earliestStart != null && floor.at().isAfter(earliestStart);
    }

    /** Whether nothing tells since when an account that was never used has been inactive. */
    boolean ageIsMissing() {
        return neverUsed && evidence.created() == null && views.stream().noneMatch(SourceView::callsDormant);
    }
}
