package dev.dormouse.core.condition;

import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a condition asks about an account; everything else in a condition is arithmetic over these. A window is
 * elapsed time: what lies strictly after {@code now - window} and not after {@code now}.
 */
public sealed interface Fact {

    Type type();

    /** Whether sources tell it by what they saw and when, so that it was another in the past. */
    default boolean isOfActivity() {
        return switch (this) {
            case Last _, Never _, InactiveFor _, Count _, ActiveDays _ -> true;
            case Known _, Attribute _, HasAttribute _, Holds _, HoldsAny _ -> false;
        };
    }

    /** What the listing says of the account. */
    record Known(Property property) implements Fact {

        @Override
        public Type type() {
            return property.type();
        }

        @Override
        public String toString() {
            return property.names().getFirst();
        }
    }

    /** A further value of the listing; unknown where it has none of that name. */
    record Attribute(String name) implements Fact {

        @Override
        public Type type() {
            return Type.TEXT;
        }

        @Override
        public String toString() {
            return "account.attributes[\"" + name + "\"]";
        }
    }

    /** Whether the listing has that value; never unknown. */
    record HasAttribute(String name) implements Fact {

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public String toString() {
            return "\"" + name + "\" in account.attributes";
        }
    }

    /**
     * The newest activity that any source saw; {@link Expression#NEVER} where there never was any. Unknown where a source
     * cannot tell, or is complete only from a later instant on than the newest that the others saw.
     *
     * @param kind null for every kind
     */
    record Last(@Nullable ActivityKind kind) implements Fact {

        @Override
        public Type type() {
            return Type.INSTANT;
        }

        @Override
        public String toString() {
            return "activity.last(" + (kind == null ? "" : "\"" + kind.name().toLowerCase(Locale.ROOT) + "\"") + ")";
        }
    }

    /** Whether every source says that there never was any activity. */
    record Never() implements Fact {

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public String toString() {
            return "activity.never()";
        }
    }

    /** What the key {@code inactiveFor} asks, of all sources together. */
    record InactiveFor(Duration window) implements Fact {

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public String toString() {
            return "activity.inactiveFor(" + Wording.window(window) + ")";
        }
    }

    /**
     * How many events the sources saw.
     *
     * @param kind null for every kind
     * @param window null for all that was ever seen
     */
    record Count(@Nullable ActivityKind kind, @Nullable Duration window) implements Fact {

        @Override
        public Type type() {
            return Type.INT;
        }

        @Override
        public String toString() {
            String function = kind == null ? "count" : kind == ActivityKind.LOGIN ? "logins" : "uses";
            return "activity." + function + "(" + (window == null ? "" : Wording.window(window)) + ")";
        }
    }

    /** On how many days of UTC there were events inside the window. */
    record ActiveDays(Duration window) implements Fact {

        @Override
        public Type type() {
            return Type.INT;
        }

        @Override
        public String toString() {
            return "activity.activeDays(" + Wording.window(window) + ")";
        }
    }

    /** Whether the account holds the entitlement, compared without case; never unknown. */
    record Holds(String entitlement) implements Fact {

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public String toString() {
            return "grants.has(\"" + entitlement + "\")";
        }
    }

    /** Whether it holds any entitlement that begins so, compared without case; never unknown. */
    record HoldsAny(String prefix) implements Fact {

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public String toString() {
            return "grants.any(\"" + prefix + "\")";
        }
    }
}
