package dev.dormouse.core.condition;

import java.time.Instant;
import java.util.List;

/**
 * A checked condition as a tree. Unknown goes through every operator: an operator with an unknown operand is unknown, but
 * {@code false && unknown} is false, {@code true || unknown} is true, and a choice looks at the branch it takes alone.
 */
public sealed interface Expression {

    /** The instant of what never happened. */
    Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    /** Later instants are unknown. */
    Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** The longest length of time in seconds; a longer one is unknown. */
    long LONGEST_SECONDS = 315_576_000_000L;

    /** No number of a condition is larger, whatever is known: what could be is refused when the condition is read. */
    long LARGEST = 1L << 53;

    /** What is counted is never more; a larger number is taken for unknown. */
    long LARGEST_COUNT = 1_000_000_000_000L;

    Type type();

    /** A value of the class that its type names. */
    record Constant(Object value, Type type) implements Expression {}

    record Now() implements Expression {

        @Override
        public Type type() {
            return Type.INSTANT;
        }
    }

    record Observed(Fact fact) implements Expression {

        @Override
        public Type type() {
            return fact.type();
        }
    }

    record Not(Expression of) implements Expression {

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    record And(Expression left, Expression right) implements Expression {

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    record Or(Expression left, Expression right) implements Expression {

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    record Choice(Expression when, Expression then, Expression otherwise) implements Expression {

        @Override
        public Type type() {
            return then.type();
        }
    }

    /** Both sides are of one type; other than equality only for numbers, instants and lengths of time. */
    record Comparison(Relation relation, Expression left, Expression right) implements Expression {

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /**
     * On whole numbers: division is rounded towards zero, a remainder has the sign of the dividend, and by zero both are
     * unknown. Texts are joined by PLUS. Instants and lengths of time are added and subtracted; beyond their limits the
     * result is unknown.
     */
    record Arithmetic(Operator operator, Expression left, Expression right, Type type) implements Expression {}

    record Negative(Expression of) implements Expression {

        @Override
        public Type type() {
            return Type.INT;
        }
    }

    record OneOf(Expression of, List<Constant> values) implements Expression {

        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    record Part(Place place, Expression of, Expression part) implements Expression {

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /**
     * Whether the pattern is found anywhere in the text.
     *
     * @param pattern in a form that every engine of regular expressions reads in the same way
     */
    record Matches(Expression of, String pattern) implements Expression {

        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /** The length of a text in code points. */
    record Size(Expression of) implements Expression {

        @Override
        public Type type() {
            return Type.INT;
        }
    }

    /** How two values compare. */
    enum Relation {
        EQUAL,
        DIFFERENT,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }

    /** What is done with two values. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY,
        REMAINDER
    }

    /** Where in a text a part stands. */
    enum Place {
        START,
        ANYWHERE,
        END
    }
}
