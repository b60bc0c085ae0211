package dev.dormouse.core.judging;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.Evaluation;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.condition.Facts;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The condition of the workflow with what came of it for the account. */
record ConditionView(Condition condition, Map<Fact, Object> asked, Evaluation evaluation) {

    static ConditionView of(Condition condition, Map<Fact, Object> asked, Instant now) {
        Facts facts = new Facts() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public @Nullable Object value(Fact fact) {
                return asked.get(fact);
            }
        };
        return new ConditionView(condition, asked, condition.evaluate(facts));
    }

    Truth truth() {
        Boolean truth = evaluation.truth();
        return truth == null ? Truth.UNKNOWN : truth ? Truth.INACTIVE : Truth.ACTIVE;
    }

    /** What it rests on, in the order of its text. */
    String values() {
        String values = condition.asks().stream()
                .map(fact -> fact + " = " + written(fact))
                .collect(Collectors.joining(", "));
        return evaluation.fault() == null ? values : values + "; it failed: " + evaluation.fault();
    }

    private String written(Fact fact) {
        Object value = asked.get(fact);
        return value == null ? "unknown" : value instanceof String text ? "'" + text + "'" : value.toString();
    }

    /** As a reason: {@code the condition is false (account.isManager = true)}. */
    String told() {
        String is = switch (truth()) {
            case ACTIVE -> "false";
            case INACTIVE -> "true";
            case UNKNOWN, OUT -> "unknown";
        };
        return "the condition is " + is + " (" + values() + ")";
    }
}
