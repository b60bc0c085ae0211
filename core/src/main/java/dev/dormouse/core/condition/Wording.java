package dev.dormouse.core.condition;

import java.time.Duration;

/** How values are written in a condition. */
final class Wording {

    private Wording() {}

    static String window(Duration window) {
        if (window.toDays() * 86_400 == window.toSeconds() && window.toNanosPart() == 0) {
            return "days(" + window.toDays() + ")";
        }
        return window.toHours() * 3_600 == window.toSeconds() && window.toNanosPart() == 0
                ? "hours(" + window.toHours() + ")"
                : "duration(\"" + window.toSeconds() + fraction(window.toNanosPart()) + "s\")";
    }

    private static String fraction(int nanos) {
        return nanos == 0 ? "" : "." + Integer.toString(1_000_000_000 + nanos).substring(1);
    }
}
