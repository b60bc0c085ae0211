package dev.dormouse.core.judging;

/** The answer for one subject under one workflow. */
public enum Answer {
    DORMANT,
    ACTIVE,
    EXEMPT,
    /** Neither selected nor released: some evidence that would decide could not be read. */
    UNKNOWN
}
