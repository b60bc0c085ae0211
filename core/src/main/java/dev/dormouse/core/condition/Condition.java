package dev.dormouse.core.condition;

import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A condition that was read and type-checked. Immutable and thread-safe; two of the same text are equal. */
public final class Condition {

    private final String text;
    private final Expression expression;
    private final List<Fact> asks;
    private final Evaluator evaluator;

    private Condition(String text, Checked checked) {
        this.text = text;
        this.expression = checked.expression();
        this.asks = checked.asks();
        this.evaluator = checked.evaluator();
    }

    /**
     * Reads a condition.
     *
     * @throws ConditionException with every fault that was found, where it cannot be understood, is not true or false, or
     *     does what cannot be done for whole populations
     */
    public static Condition parse(String text) throws ConditionException {
        return new Condition(text, Cel.check(text));
    }

    public String text() {
        return text;
    }

    public Expression expression() {
        return expression;
    }

    /** Everything it asks about an account, each once, in the order of the text. */
    public List<Fact> asks() {
        return asks;
    }

    /** Whether it asks for activity, so that there must be sources that tell it. */
    public boolean asksForActivity() {
        return asks.stream().anyMatch(Fact::isOfActivity);
    }

    /** Whether it asks how many events, or days with events, there were. */
    public boolean countsEvents() {
        return asks.stream().anyMatch(fact -> fact instanceof Fact.Count || fact instanceof Fact.ActiveDays);
    }

    /** Whether it asks for content, which sources tell as well. */
    public boolean asksForContent() {
        return asks.contains(new Fact.Known(Property.PRIVATE_CONTENT))
                || asks.contains(new Fact.Known(Property.PUBLIC_CONTENT));
    }

    /** Whether it asks for entitlements by their beginning. */
    public boolean asksForAnyGrant() {
        return asks.stream().anyMatch(Fact.HoldsAny.class::isInstance);
    }

    /** The windows of what it asks, each once. */
    public List<Duration> windows() {
        return asks.stream()
                .map(fact -> switch (fact) {
                    case Fact.InactiveFor(Duration window) -> window;
                    case Fact.Count(ActivityKind _, Duration window) -> window;
                    case Fact.ActiveDays(Duration window) -> window;
                    case Fact.Last _,
                            Fact.Never _,
                            Fact.Known _,
                            Fact.Attribute _,
                            Fact.HasAttribute _,
                            Fact.Holds _,
                            Fact.HoldsAny _ -> null;
                })
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Runs it for one account. What fails is unknown, never false. */
    public Evaluation evaluate(Facts facts) {
        return evaluator.evaluate(facts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition && condition.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Runs one condition. */
    interface Evaluator {
        Evaluation evaluate(Facts facts);
    }

    /** What became of the text. */
    record Checked(Expression expression, List<Fact> asks, Evaluator evaluator) {}
}
