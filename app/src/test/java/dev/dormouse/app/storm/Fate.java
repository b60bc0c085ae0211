package dev.dormouse.app.storm;

/** What becomes of a person in a scenario. */
enum Fate {
    ACTIVE,
    REMOVED,
    RESTORED,
    RETURNS,
    /** Comes back about when the deadline passes: then both ends are right, but never a removal after the export shows it. */
    RETURNS_LATE,
    LEAVES,
    EXEMPTED,
    BOUNCES,
    NO_ADDRESS,
    KEPT,
    CANCELLED,
    HELD,
    /** Held and released again: the new deadline lies behind the end of the scenario. */
    RELEASED
}
