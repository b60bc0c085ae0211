package dev.dormouse.core.judging;

import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.spi.ActivityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the sources of a workflow become one truth. */
final class Combination {

    private Combination() {}

    static Truth of(Combine combine, List<SourceView> views) {
        return switch (combine) {
            // Who is inactive for the newest instant of all is inactive for each of them.
            case LATEST, ANY_ACTIVE_CLEARS -> all(views);
            case FIRST_AVAILABLE -> firstAvailable(views);
        };
    }

    /** The three-valued "and" of what takes part; unknown where nothing does. */
    private static Truth all(List<SourceView> views) {
        if (any(views, Truth.ACTIVE)) {
            return Truth.ACTIVE;
        }
        return any(views, Truth.UNKNOWN) || !any(views, Truth.INACTIVE) ? Truth.UNKNOWN : Truth.INACTIVE;
    }

    private static Truth firstAvailable(List<SourceView> views) {
        SourceView login = firstValue(views, ActivityKind.LOGIN);
        SourceView use = firstValue(views, ActivityKind.USE);
        if (login == null && use == null) {
            return all(views);
        }
        List<SourceView> asked = askedBeforeAValue(views);
        if (any(asked, Truth.ACTIVE)) {
            return Truth.ACTIVE;
        }
        if (any(asked, Truth.UNKNOWN)) {
            return isActive(login) || isActive(use) ? Truth.ACTIVE : Truth.UNKNOWN;
        }
        return newer(login, use).truth();
    }

    private static @Nullable SourceView firstValue(List<SourceView> views, ActivityKind kind) {
        return views.stream()
                .filter(view -> view.rule().kind() == kind && view.hasValue())
                .findFirst()
                .orElse(null);
    }

    /**
     * Every source of verdicts, and the others up to the first value of their kind: had one of these been readable, its
     * answer would have counted, so that its failure must not make anybody dormant.
     */
    private static List<SourceView> askedBeforeAValue(List<SourceView> views) {
        List<SourceView> asked = new ArrayList<>();
        for (ActivityKind kind : ActivityKind.values()) {
            boolean found = false;
            for (SourceView view : views) {
                if (view.rule().kind() != kind) {
                    continue;
                }
                found |= view.hasValue();
                if (view.windowStart() == null || !found) {
                    asked.add(view);
                }
            }
        }
        return asked;
    }

    private static SourceView newer(@Nullable SourceView login, @Nullable SourceView use) {
        if (login == null || use == null) {
            return Objects.requireNonNull(login == null ? use : login);
        }
        return instant(use).isAfter(instant(login)) ? use : login;
    }

    private static Instant instant(SourceView value) {
        return Objects.requireNonNull(value.seen());
    }

    private static boolean isActive(@Nullable SourceView view) {
        return view != null && view.truth() == Truth.ACTIVE;
    }

    private static boolean any(List<SourceView> views, Truth truth) {
        for (SourceView view : views) {
            if (view.truth() == truth) {
                return true;
            }
        }
        return false;
    }
}
