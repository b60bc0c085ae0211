package dev.dormouse.core.judging;

import dev.dormouse.core.judging.Evidence.Opinion;
import dev.dormouse.core.workflow.SourceRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One source of the workflow with what it says about the account.
 *
 * @param windowStart activity strictly later than this makes the account active; null for a source that gives verdicts
 */
record SourceView(
        SourceRule rule, Evidence evidence, @Nullable Instant windowStart, Truth truth) {

    static SourceView of(SourceRule rule, @Nullable Evidence evidence, @Nullable Instant start) {
        Evidence given = evidence == null ? new Evidence.Unknown("it was not read", null) : evidence;
        Truth truth = truth(given, start);
        boolean dropsOut = truth == Truth.UNKNOWN && rule.need() == SourceRule.Need.OPTIONAL;
        return new SourceView(rule, given, start, dropsOut ? Truth.OUT : truth);
    }

    private static Truth truth(Evidence evidence, @Nullable Instant start) {
        return switch (evidence) {
            case Evidence.At(Instant at) -> start == null ? Truth.UNKNOWN : since(at, start);
            case Evidence.NoneSince(Instant since) ->
                start != null && !since.isAfter(start) ? Truth.INACTIVE : Truth.UNKNOWN;
            case Evidence.Never() -> Truth.INACTIVE;
            case Evidence.Says(Opinion opinion) -> opinion == Opinion.DORMANT ? Truth.INACTIVE : Truth.ACTIVE;
            case Evidence.Unknown(String _, Instant seen) ->
                seen != null && start != null && seen.isAfter(start) ? Truth.ACTIVE : Truth.UNKNOWN;
        };
    }

    private static Truth since(Instant at, Instant start) {
        return at.isAfter(start) ? Truth.ACTIVE : Truth.INACTIVE;
    }

    String name() {
        return rule.source();
    }

    /** Whether {@code first-available} finds a value here: an instant that can be held against a window. */
    boolean hasValue() {
        return windowStart != null && evidence instanceof Evidence.At;
    }

    /** The newest activity that was read, trusted or not. */
    @Nullable
    Instant seen() {
        return switch (evidence) {
            case Evidence.At(Instant at) -> at;
            case Evidence.Unknown(String _, Instant seen) -> seen;
            case Evidence.NoneSince _, Evidence.Never _, Evidence.Says _ -> null;
        };
    }

    boolean callsDormant() {
        return evidence instanceof Evidence.Says(Opinion opinion) && opinion == Opinion.DORMANT;
    }
}
