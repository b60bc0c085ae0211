package dev.dormouse.observations;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** The kinds of evidence as numbers in a statement. */
enum Code {
    /** The source does not speak about the application. */
    NOT_ASKED(0),
    AT(1),
    NONE_SINCE(2),
    NEVER(3),
    SAYS_DORMANT(4),
    SAYS_ACTIVE(5),
    UNKNOWN(6);

    private static final Code[] BY_NUMBER = values();

    private final int number;

    Code(int number) {
        this.number = number;
    }

    static Code of(int number) {
        return BY_NUMBER[number];
    }

    Param<Integer> sql() {
        return DSL.inline(number);
    }

    Condition is(Field<Integer> code) {
        return code.eq(sql());
    }
}
