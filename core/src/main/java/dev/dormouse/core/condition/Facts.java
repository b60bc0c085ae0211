package dev.dormouse.core.condition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known about one account at one instant. */
public interface Facts {

    /** The instant of the pass, the value of {@code now}; counted down to whole microseconds. */
    Instant now();

    /**
     * The value, of the class that its {@link Type} names.
     *
     * @return null for unknown
     */
    @Nullable
    Object value(Fact fact);
}
