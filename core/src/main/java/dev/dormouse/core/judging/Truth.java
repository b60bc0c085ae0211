package dev.dormouse.core.judging;

import org.jspecify.annotations.Nullable;

/** Whether a source, or all of them together, call the account inactive. */
enum Truth {
    ACTIVE,
    INACTIVE,
    UNKNOWN,
    /** Takes no part: an optional source that cannot tell. */
    OUT;

    /** As a clause shows it: whether it speaks for dormant, null for unknown. */
    @Nullable
    Boolean speaksForDormant() {
        return switch (this) {
            case ACTIVE -> false;
            case INACTIVE -> true;
            case UNKNOWN, OUT -> null;
        };
    }
}
