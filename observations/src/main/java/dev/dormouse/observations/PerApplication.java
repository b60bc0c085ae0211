package dev.dormouse.observations;

import dev.dormouse.observations.Asked.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What holds for a whole application. Where the question is about one, its values are written into the statement, and the
 * engine folds away what does not apply; where there are several, they are a small table with a row each.
 */
final class PerApplication {

    /** The table, for whom joins it. */
    static final Relation TABLE = new Relation("q");

    private record Value<T>(String column, DataType<T> type, Function<String, Param<T>> of) {}

    private final Asked asked;
    private final List<String> applications;

    PerApplication(Asked asked) {
        this.asked = asked;
        this.applications = asked.applications().stream().distinct().toList();
    }

    boolean isOne() {
        return applications.size() == 1;
    }

    /** The same account; of the same application, where there are several. */
    Condition same(Relation one, Relation other) {
        Condition account = one.text("account").eq(other.text("account"));
        return isOne()
                ? account
                : one.text("application").eq(other.text("application")).and(account);
    }

    /** The start of the longest window. */
    Field<Long> earliest(Relation at) {
        return at(at, earliest());
    }

    Field<Integer> standing(Relation at, Source source) {
        return at(at, standing(source));
    }

    Field<Integer> missing(Relation at, Source source) {
        return at(at, missing(source));
    }

    Field<Long> complete(Relation at, Source source) {
        return at(at, complete(source));
    }

    Field<Long> reach(Relation at, Source source) {
        return at(at, reach(source));
    }

    Field<Integer> tells(Relation at, Source source) {
        return at(at, tells(source));
    }

    /** Joins what a source saw. */
    Condition joins(Relation seen, Relation subject, Source source) {
        Condition account = seen.text("account").eq(subject.text("account"));
        Condition mine = seen.micros("feed").eq(at(TABLE, feed(source))).and(account);
        // The table alone would have the engine read what all other sources saw.
        return isOne() ? mine : mine.and(seen.micros("feed").in(asked.feeds(List.of(source))));
    }

    /** The columns of the table, for the relation that joins it; none where there is no table. */
    List<SelectField<?>> columns() {
        return isOne()
                ? List.of()
                : values().stream()
                        .<SelectField<?>>map(value -> DSL.field(DSL.name(TABLE.alias(), value.column()), value.type()))
                        .toList();
    }

    /** The subjects, with the table beside them where there is one. */
    Table<?> beside(Table<?> subjects, Relation subject) {
        return isOne()
                ? subjects
                : subjects.join(table()).on(TABLE.text("application").eq(subject.text("application")));
    }

    private Table<Record> table() {
        List<String> columns = new ArrayList<>(List.of("application"));
        values().forEach(value -> columns.add(value.column()));
        RowN[] rows = applications.stream().map(this::row).toArray(RowN[]::new);
        return DSL.values(rows).as(TABLE.alias(), columns.toArray(String[]::new));
    }

    private RowN row(String application) {
        List<SelectField<?>> row = new ArrayList<>(List.of(DSL.inline(application)));
        values().forEach(value -> row.add(value.of().apply(application)));
        return DSL.row(row.toArray(SelectField<?>[]::new));
    }

    private List<Value<?>> values() {
        List<Value<?>> values = new ArrayList<>(List.of(earliest()));
        for (Source source : asked.sources()) {
            values.addAll(List.of(
                    standing(source), missing(source), complete(source), reach(source), tells(source), feed(source)));
        }
        return values;
    }

    private Value<Long> earliest() {
        return new Value<>("earliest", SQLDataType.BIGINT, application -> DSL.inline(asked.earliestStart(application)));
    }

    private Value<Integer> standing(Source source) {
        return of(
                "standing",
                SQLDataType.INTEGER,
                source,
                application -> asked.standing(source, application).sql());
    }

    private Value<Integer> missing(Source source) {
        return of(
                "missing",
                SQLDataType.INTEGER,
                source,
                application -> asked.missing(source, application).sql());
    }

    private Value<Long> complete(Source source) {
        return of(
                "complete",
                SQLDataType.BIGINT,
                source,
                application -> DSL.inline(asked.completeFrom(source, application)));
    }

    private Value<Long> reach(Source source) {
        return of("reach", SQLDataType.BIGINT, source, application -> DSL.inline(asked.reach(source, application)));
    }

    private Value<Integer> tells(Source source) {
        return of(
                "tells",
                SQLDataType.INTEGER,
                source,
                application -> asked.tells(source, application).sql());
    }

    private Value<Long> feed(Source source) {
        return of("feed", SQLDataType.BIGINT, source, application -> DSL.inline(asked.number(source, application)));
    }

    private static <T> Value<T> of(String name, DataType<T> type, Source source, Function<String, Param<T>> of) {
        return new Value<>(EvidenceSql.column(name, source), type, of);
    }

    private <T> Field<T> at(Relation at, Value<T> value) {
        return isOne()
                ? value.of().apply(applications.getFirst())
                : DSL.field(DSL.name(at.alias(), value.column()), value.type());
    }
}
