package dev.dormouse.cli.demo;

/** What becomes of a person in the story. */
enum Habit {
    ACTIVE,
    /** Used GitHub long ago, does not answer, is removed. */
    DORMANT,
    /** Never used GitHub, is removed like the dormant. */
    NEVER,
    /** Dormant until the announcement; signs in some days after it. */
    RETURNS,
    /** Signs in hours before the deadline, after the last exports were made. */
    RETURNS_LATE,
    /** Dormant, and the address does not exist any more. */
    BOUNCES,
    /** Dormant, and nobody knows an address. */
    NO_ADDRESS,
    /** Dormant, and an operator decides: keep. */
    KEPT,
    /** Dormant; an exemption is written into the configuration while the month runs. */
    EXEMPTED,
    /** Dormant; leaves the organisation before the deadline. */
    LEAVES,
    /** In both organisations, and used in the second one only. */
    SPLIT,
    /** GitHub calls them dormant, but they sign in to what stands behind Auth0. */
    ONLY_AUTH0,
    /** One export holds a date for them that cannot be read. */
    UNREADABLE,
    /** Removed like the dormant, asks for the account afterwards and gets it back. */
    RESTORED,
    /** No person at all, and exempt by the pattern of its login. */
    BOT
}
