package dev.dormouse.core.ledger;

/** What an entry of the journal tells. */
public enum JournalKind {
    /** A case was opened. */
    OPENED,
    /** A case changed its state. */
    MOVED,
    /** A case ended. */
    ENDED,
    /** A person decided, held, released or cancelled a case. */
    DECIDED,
    /** What an account held before something was taken from it. */
    ACCESS,
    INTENT,
    OUTCOME,
    /** A new version of a workflow was seen; its first pass is a plan. */
    PLANNED,
    /** One of the two persons that are needed wants something approved or released. */
    PROPOSED,
    APPROVED,
    QUARANTINED,
    RELEASED,
    /** A source was unhealthy in a pass. */
    SOURCE,
    /** A set is about to be written: who comes in and who leaves. */
    SET_INTENT,
    /** What came of writing it. */
    SET_OUTCOME
}
