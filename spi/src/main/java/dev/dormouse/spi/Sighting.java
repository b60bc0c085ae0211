package dev.dormouse.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one record of a source says about one account. */
public sealed interface Sighting {

    /** The login as the source spells it; compared without case. */
    String account();

    /**
     * Of which entitlement the record is, for example {@code licence:pro}; empty where it may be any of them, null where the
     * source tells of accounts as a whole.
     */
    default @Nullable String entitlement() {
        return null;
    }

    /** The account did something at an instant, successfully. */
    record At(
            String account,
            Instant at,
            ActivityKind kind,
            @Nullable String entitlement) implements Sighting {

        /** Of the account as a whole. */
        public At(String account, Instant at, ActivityKind kind) {
            this(account, at, kind, null);
        }
    }

    /**
     * One event of a log: the account did something at an instant, successfully. Events gather from reading to reading and
     * are counted; the same event read twice counts once.
     *
     * @param id tells the event from every other of the source: what the system calls it, or a digest of its record
     */
    record Event(
            String account,
            Instant at,
            ActivityKind kind,
            long id,
            @Nullable String entitlement) implements Sighting {

        /** Of the account as a whole. */
        public Event(String account, Instant at, ActivityKind kind, long id) {
            this(account, at, kind, id, null);
        }
    }

    /** One piece of content that belongs to the account; owning it is no activity. */
    record Owns(String account, Visibility visibility) implements Sighting {}

    /** Who can see a piece of content. */
    enum Visibility {
        PRIVATE,
        PUBLIC
    }

    /** The source knows the account and says that it was never active. */
    record Never(String account, @Nullable String entitlement) implements Sighting {

        /** Of the account as a whole. */
        public Never(String account) {
            this(account, null);
        }
    }

    /** A verdict without an instant: the source calls the account dormant. */
    record Dormant(String account) implements Sighting {}

    /** A verdict without an instant: the source calls the account active. */
    record Active(String account) implements Sighting {}

    /** The source knows the account, but what it says cannot be read. Never taken for "inactive". */
    record Unreadable(
            String account, Problem problem, @Nullable String entitlement) implements Sighting {

        /** Of the account as a whole. */
        public Unreadable(String account, Problem problem) {
            this(account, problem, null);
        }
    }
}
