package dev.dormouse.cli.demo;

import org.jspecify.annotations.Nullable;

/** What the stand-ins saw is not what the story tells. */
final class StoryBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryBroken(String message) {
        super(message);
    }

    static void unless(boolean holds, String message) {
        if (!holds) {
            throw new StoryBroken(message);
        }
    }

    /** What must be there. */
    static <T> T unlessPresent(@Nullable T thing, String message) {
        if (thing == null) {
            throw new StoryBroken(message);
        }
        return thing;
    }

    static void unlessEqual(String what, Object expected, Object seen) {
        unless(expected.equals(seen), what + ": expected " + expected + ", but it is " + seen);
    }
}
