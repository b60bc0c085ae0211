package dev.dormouse.core.condition;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts written out for a test; what is not given is unknown. */
final class Known implements Facts {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Map<String, Object> values = new HashMap<>();

    /** @param fact as a condition writes it */
    Known with(String fact, Object value) {
        values.put(fact, value);
        return this;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public @Nullable Object value(Fact fact) {
        boolean alwaysKnown =
                fact instanceof Fact.HasAttribute || fact instanceof Fact.Holds || fact instanceof Fact.HoldsAny;
        Object value = values.get(fact.toString());
        return value == null && alwaysKnown ? (Object) false : value;
    }
}
