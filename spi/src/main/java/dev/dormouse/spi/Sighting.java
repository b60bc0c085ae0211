package dev.dormouse.spi;

import java.time.Instant;

/** What one record of a source says about one account. */
public sealed interface Sighting {

    /** The login as the source spells it; compared without case. */
    String account();

    /** The account did something at an instant, successfully. */
    record At(String account, Instant at, ActivityKind kind) implements Sighting {}

    /** The source knows the account and says that it was never active. */
    record Never(String account) implements Sighting {}

    /** A verdict without an instant: the source calls the account dormant. */
    record Dormant(String account) implements Sighting {}

    /** A verdict without an instant: the source calls the account active. */
    record Active(String account) implements Sighting {}

    /** The source knows the account, but what it says cannot be read. Never taken for "inactive". */
    record Unreadable(String account, Problem problem) implements Sighting {}
}
