package dev.dormouse.core.condition;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The facts about one account in the form that the CEL runtime takes. */
record Given(Facts facts) {

    static final CelUnknownSet UNKNOWN = CelUnknownSet.create(CelAttribute.create(Vocabulary.ACTIVITY));

    Instant now() {
        return facts.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** What a function returns for it. */
    Object value(Fact fact) {
        Object value = find(fact);
        return value == null ? UNKNOWN : value;
    }

    @Nullable
    Object find(Fact fact) {
        return Limits.kept(facts.value(fact));
    }
}
