package dev.dormouse.spi;

import java.time.Instant;

/** What a step did. */
public sealed interface Outcome {

    /** One line for the journal and the case. */
    String detail();

    /** It was done, and confirmed in the way that the action declares. */
    record Changed(String detail) implements Outcome {}

    /** It was so before. */
    record AlreadySo(String detail) implements Outcome {}

    /** It does not apply to this account. */
    record Skipped(String detail) implements Outcome {}

    /** The remote system, or a person there, is at work; ask again then. */
    record Pending(String detail, String remoteId, Instant askAgain) implements Outcome {}

    /** What was asked for is done by the remote system's own rules only through a person. */
    record NeedsPerson(String detail) implements Outcome {}

    /** It was not done. */
    record Failed(String detail, String code, Reaction reaction) implements Outcome {}

    /** The call went out, and whether it took effect is not known: the state must be read before anything else. */
    record Uncertain(String detail) implements Outcome {}
}
