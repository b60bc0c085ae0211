package dev.dormouse.core.cases;

import dev.dormouse.spi.Access;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a case stands. */
public sealed interface CaseState {

    /** What the account held before the first step that takes something; null where nothing was recorded. */
    @Nullable
    Access access();

    /** In the words of the design: {@code reviewing}, {@code needs-person}, {@code removed}. */
    default String word() {
        return switch (this) {
            case Reviewing s -> "reviewing";
            case Held s -> "held";
            case Removing s -> "removing";
            case NeedsPerson s -> "needs-person";
            case Following s -> "following";
            case Restoring s -> "restoring";
            case Ended ended -> ended.ending().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Something is still to happen. */
    sealed interface Open extends CaseState {}

    /**
     * Somebody is asked.
     *
     * @param stage counts from 0
     * @param announcement null until the notice of this stage went out
     * @param reminders how many reminders of this stage went out or were passed over
     */
    record Reviewing(int stage, @Nullable Announcement announcement, int reminders) implements Open {

        @Override
        public @Nullable Access access() {
            return null;
        }

        public static Reviewing stage(int number) {
            return new Reviewing(number, null, 0);
        }
    }

    /**
     * The clock stands still until a person lets it go on; then a new deadline is announced.
     *
     * @param from the review as it stood; evidence that arrives late lets it go on from there, a person's release does not
     */
    record Held(Reviewing from, HoldReason reason, String detail, Instant since) implements Open {

        @Override
        public @Nullable Access access() {
            return null;
        }
    }

    /**
     * The steps run.
     *
     * @param step the next one, counts from 0
     * @param announcement whose deadline has passed; null where a person decided, or the trigger or the document needs none
     * @param access what was held before the first destructive step; null until it was recorded
     * @param attempts how often the present step failed
     * @param failures one line for each step that failed and was passed over
     */
    record Removing(
            int step,
            @Nullable Announcement announcement,
            @Nullable Access access,
            int attempts,
            List<String> failures) implements Open {

        public Removing {
            failures = List.copyOf(failures);
        }

        public static Removing first(@Nullable Announcement announcement) {
            return new Removing(0, announcement, null, 0, List.of());
        }

        Removing next() {
            return new Removing(step + 1, announcement, access, 0, failures);
        }

        public Removing withAccess(Access newAccess) {
            return new Removing(step, announcement, newAccess, attempts, failures);
        }

        /** The same step anew, as a person wants it: the announcement has no say any more. */
        Removing decided() {
            return new Removing(step, null, access, 0, failures);
        }

        Removing failedOnce() {
            return new Removing(step, announcement, access, attempts + 1, failures);
        }

        Removing passedOver(String failure) {
            List<String> more = new ArrayList<>(failures);
            more.add(failure);
            return new Removing(step + 1, announcement, access, 0, more);
        }
    }

    /**
     * Only a person can go on; {@code cases decide} or {@code cases cancel} ends it.
     *
     * @param from the removal as it stood, with what was recorded before its first step
     */
    record NeedsPerson(String reason, Instant since, Removing from) implements Open {

        @Override
        public @Nullable Access access() {
            return from.access();
        }
    }

    /**
     * After the removal.
     *
     * @param next the next follow-up, counts from 0
     */
    record Following(int next, Instant removedAt, @Nullable Access access) implements Open {}

    /**
     * A restore is under way.
     *
     * @param pending what it waits for, for example an invitation to be accepted; empty before the first call
     */
    record Restoring(Access access, String pending) implements Open {}

    /**
     * Over for good.
     *
     * @param access what was taken and can be given back; null where nothing was
     */
    record Ended(
            Ending ending,
            String detail,
            Instant at,
            @Nullable Access access) implements CaseState {}

    /**
     * The notice of a stage.
     *
     * @param key of the message that carried it
     * @param sentAt when the channel took it; null while it is not known whether it did
     * @param deadline as told to the person
     */
    record Announcement(String key, @Nullable Instant sentAt, Instant deadline, Arrival arrival) {}

    /** Whether a notice arrived. */
    enum Arrival {
        IN_TRANSIT,
        DELIVERED,
        /** The channel never tells of arrival. */
        NOT_REPORTED
    }

    /** Why the clock stands still. */
    enum HoldReason {
        BOUNCED,
        NO_ADDRESS,
        NOT_DELIVERED,
        /** The channel refuses a letter to one of several as wrong, which says nothing of who is asked; others were told. */
        NOT_SENT,
        MISSING_EVIDENCE,
        STALE_EVIDENCE,
        NEVER_USED,
        BY_PERSON
    }

    /** How a case ended. */
    enum Ending {
        KEPT,
        RETURNED,
        GONE,
        EXEMPTED,
        IGNORED,
        REMOVED,
        INCOMPLETE,
        CANCELLED,
        SUPERSEDED,
        /** Of a restore: everything was given back. */
        RESTORED
    }
}
