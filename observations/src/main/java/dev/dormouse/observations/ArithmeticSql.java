package dev.dormouse.observations;

import dev.dormouse.core.condition.Expression;
import dev.dormouse.core.condition.Expression.Arithmetic;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Sums and products over numbers that are known not to become too large. */
record ArithmeticSql(Arithmetic arithmetic) {

    private static final long EARLIEST = Micros.of(Expression.NEVER);
    private static final long LATEST = Micros.of(Expression.LATEST);
    private static final long LONGEST = Expression.LONGEST_SECONDS * 1_000_000;

    Field<Long> of(Field<Long> left, Field<Long> right) {
        Field<Long> result = switch (arithmetic.operator()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case DIVIDED_BY -> Functions.wholeQuotient(left, notZero(right));
            case REMAINDER -> left.mod(notZero(right));
        };
        return switch (arithmetic.type()) {
            case INSTANT -> within(result, EARLIEST, LATEST);
            case LENGTH -> within(result, -LONGEST, LONGEST);
            case INT, BOOL, TEXT, KIND, STATE -> result;
        };
    }

    private static Field<Long> notZero(Field<Long> divisor) {
        return DSL.nullif(divisor, DSL.inline(0L));
    }

    /** An instant of an account, if it is one that conditions know. */
    static Field<Long> instant(Field<Long> micros) {
        return within(micros, EARLIEST, LATEST);
    }

    static Field<Long> counted(Field<Long> number) {
        return within(number, -Expression.LARGEST_COUNT, Expression.LARGEST_COUNT);
    }

    private static Field<Long> within(Field<Long> value, long least, long most) {
        return DSL.when(value.between(DSL.inline(least), DSL.inline(most)), value);
    }
}
