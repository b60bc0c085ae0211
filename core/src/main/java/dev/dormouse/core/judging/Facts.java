package dev.dormouse.core.judging;

import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.NeverActive;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement rests on.
 *
 * @param earliestStart the start of the longest window; null where no source has one
 * @param neverUsed no source ever saw the account, and one that would have says so
 */
record Facts(
        SubjectEvidence evidence,
        List<SourceView> views,
        Truth combined,
        NeverActive neverActive,
        boolean neverUsed,
        @Nullable Instant earliestStart) {

    static Facts of(Selection selection, SubjectEvidence evidence, List<SourceView> views) {
        boolean seen = views.stream().anyMatch(view -> view.seen() != null);
        boolean never = views.stream().anyMatch(view -> view.evidence() instanceof Evidence.Never);
        return new Facts(
                evidence,
                views,
                Combination.of(selection.combine(), views),
                selection.neverActive(),
                never && !seen,
                views.stream()
                        .map(SourceView::windowStart)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
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
