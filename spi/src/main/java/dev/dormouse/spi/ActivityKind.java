package dev.dormouse.spi;

/** What the activity of an account was. All of it counts unless a workflow names kinds. */
public enum ActivityKind {
    /** Somebody came in. */
    LOGIN,
    /** Somebody who was in did something. */
    USE,
    /** A token, a key or another machine credential of the account was used. */
    MACHINE
}
