package dev.dormouse.observations;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A table, or a part of a statement, and its columns by name. */
record Relation(String alias) {

    Field<String> text(String column) {
        return DSL.field(name(column), SQLDataType.VARCHAR);
    }

    Field<Long> micros(String column) {
        return DSL.field(name(column), SQLDataType.BIGINT);
    }

    Field<Integer> number(String column) {
        return DSL.field(name(column), SQLDataType.INTEGER);
    }

    private Name name(String column) {
        return DSL.name(alias, column);
    }
}
