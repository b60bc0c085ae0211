package dev.dormouse.core.condition;

import dev.dormouse.core.condition.Expression.Arithmetic;
import dev.dormouse.core.condition.Expression.Choice;
import dev.dormouse.core.condition.Expression.Constant;
import dev.dormouse.core.condition.Expression.Negative;
import dev.dormouse.core.condition.Expression.Size;

/**
 * How large a number can become. A number too large for its type makes one account unknown in CEL, and ends the statement
 * for all of them in SQL; so it must not come to it.
 */
final class Bounds {

    private static final double LONGEST_TEXT = 1L << 31;

    private static final int DEEPEST = 5;

    private Bounds() {}

    static boolean beyond(Expression number) {
        return of(number) > Expression.LARGEST;
    }

    /** Whether sums of instants and lengths of time are nested so deeply that SQL would grow beyond measure. */
    static boolean isDeep(Arithmetic arithmetic) {
        return depth(arithmetic) > DEEPEST;
    }

    private static int depth(Expression time) {
        return switch (time) {
            case Arithmetic arithmetic
            when arithmetic.type() == Type.INSTANT || arithmetic.type() == Type.LENGTH ->
                1 + Math.max(depth(arithmetic.left()), depth(arithmetic.right()));
            case Choice choice -> Math.max(depth(choice.then()), depth(choice.otherwise()));
            default -> 0;
        };
    }

    /** Exact as far as {@link Expression#LARGEST}, which is as far as it matters. */
    private static double of(Expression number) {
        return switch (number) {
            case Constant constant -> constant.value() instanceof Long value ? Math.abs((double) value) : 0;
            case Negative negative -> of(negative.of());
            case Choice choice -> Math.max(of(choice.then()), of(choice.otherwise()));
            case Arithmetic arithmetic -> of(arithmetic);
            case Size _ -> LONGEST_TEXT;
            case Expression.Observed _ -> Expression.LARGEST_COUNT;
            case Expression.Now _,
                    Expression.Not _,
                    Expression.And _,
                    Expression.Or _,
                    Expression.Comparison _,
                    Expression.OneOf _,
                    Expression.Part _,
                    Expression.Matches _ -> 0;
        };
    }

    private static double of(Arithmetic arithmetic) {
        return switch (arithmetic.operator()) {
            case PLUS, MINUS -> of(arithmetic.left()) + of(arithmetic.right());
            case TIMES -> of(arithmetic.left()) * of(arithmetic.right());
            case DIVIDED_BY, REMAINDER -> of(arithmetic.left());
        };
    }
}
