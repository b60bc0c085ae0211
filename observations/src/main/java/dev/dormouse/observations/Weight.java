package dev.dormouse.observations;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/**
 * Whether a source calls the account inactive, as a number in a statement: three-valued logic written out, so that no
 * engine's treatment of NULL takes part in it.
 */
enum Weight {
    ACTIVE(0),
    INACTIVE(1),
    UNKNOWN(2),
    /** Takes no part. */
    OUT(3);

    private final int number;

    Weight(int number) {
        this.number = number;
    }

    Param<Integer> sql() {
        return DSL.inline(number);
    }

    Condition is(Field<Integer> weight) {
        return weight.eq(sql());
    }
}
