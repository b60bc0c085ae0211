package dev.dormouse.observations;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.CustomField;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What the engines call differently. */
final class Functions {

    private static final String LICENCES = "licence:";

    private Functions() {}

    private static <T> Field<T> either(String name, org.jooq.DataType<T> type, Field<T> onDuckDb, Field<T> onTrino) {
        return CustomField.of(
                name, type, context -> context.visit(context.family() == SQLDialect.TRINO ? onTrino : onDuckDb));
    }

    /** A whole table, which DuckDB reads in two parts: it gives up to 122,880 rows of a table to one thread alone. */
    static Table<?> inTwoParts(String name, long rows) {
        Table<Record> whole = DSL.table(DSL.name(name));
        Field<Long> row = DSL.field(DSL.name("rowid"), SQLDataType.BIGINT);
        Param<Long> middle = DSL.inline(rows / 2);
        var parts = DSL.selectFrom(whole)
                .where(row.lt(middle))
                .unionAll(DSL.selectFrom(whole).where(row.ge(middle)));
        return DSL.table(
                "{0}",
                CustomQueryPart.of(context -> {
                    if (context.family() == SQLDialect.TRINO) {
                        context.visit(whole);
                    } else {
                        context.sql('(').visit(parts).sql(')');
                    }
                }));
    }

    /** Whether the pattern is found in the text. */
    static Condition matches(Field<String> text, String pattern) {
        return DSL.condition(either(
                "matches",
                SQLDataType.BOOLEAN,
                DSL.function("regexp_matches", SQLDataType.BOOLEAN, text, DSL.inline(pattern)),
                DSL.function("regexp_like", SQLDataType.BOOLEAN, text, DSL.inline(pattern))));
    }

    /** The text without all that matches. */
    static Field<String> without(Field<String> text, String pattern) {
        return either(
                "without",
                SQLDataType.VARCHAR,
                DSL.function(
                        "regexp_replace",
                        SQLDataType.VARCHAR,
                        text,
                        DSL.inline(pattern),
                        DSL.inline(""),
                        DSL.inline("g")),
                DSL.function("regexp_replace", SQLDataType.VARCHAR, text, DSL.inline(pattern), DSL.inline("")));
    }

    /** Rounded towards zero. */
    static Field<Long> wholeQuotient(Field<Long> dividend, Field<Long> divisor) {
        return either(
                "quotient",
                SQLDataType.BIGINT,
                DSL.function("divide", SQLDataType.BIGINT, dividend, divisor),
                DSL.field("({0} / {1})", SQLDataType.BIGINT, dividend, divisor));
    }

    /** Behind the last {@code @}, in lower case; NULL without one. */
    static Field<String> domain(Field<String> email) {
        Field<String> behind = DSL.function("regexp_extract", SQLDataType.VARCHAR, email, DSL.inline("[^@]*\\z"));
        return DSL.when(email.like("%@%"), DSL.lower(behind));
    }

    /** The first licence in alphabetical order of a column in the form of {@link Held}, with its prefix; NULL for none. */
    static Field<String> licence(Field<String> held) {
        return either(
                "licence",
                SQLDataType.VARCHAR,
                DSL.field(
                        "list_min(list_filter(string_split({0}, chr(10)), lambda entry: starts_with(entry, {1})))",
                        SQLDataType.VARCHAR, held, DSL.inline(LICENCES)),
                DSL.field(
                        "array_min(filter(split({0}, chr(10)), entry -> starts_with(entry, {1})))",
                        SQLDataType.VARCHAR, held, DSL.inline(LICENCES)));
    }

    /** The smaller of two, of which either can be NULL. */
    static Field<String> lesser(Field<String> one, Field<String> other) {
        return DSL.least(DSL.coalesce(one, other), DSL.coalesce(other, one));
    }

    /** Without the prefix; empty for none. */
    static Field<String> licenceName(Field<String> licence) {
        return DSL.coalesce(DSL.substring(licence, LICENCES.length() + 1), DSL.inline(""));
    }
}
