package dev.dormouse.observations;

import dev.dormouse.core.condition.Expression;
import dev.dormouse.core.condition.Expression.And;
import dev.dormouse.core.condition.Expression.Arithmetic;
import dev.dormouse.core.condition.Expression.Choice;
import dev.dormouse.core.condition.Expression.Comparison;
import dev.dormouse.core.condition.Expression.Constant;
import dev.dormouse.core.condition.Expression.Matches;
import dev.dormouse.core.condition.Expression.Negative;
import dev.dormouse.core.condition.Expression.Not;
import dev.dormouse.core.condition.Expression.Now;
import dev.dormouse.core.condition.Expression.Observed;
import dev.dormouse.core.condition.Expression.OneOf;
import dev.dormouse.core.condition.Expression.Or;
import dev.dormouse.core.condition.Expression.Part;
import dev.dormouse.core.condition.Expression.Size;
import dev.dormouse.core.condition.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A condition over the columns of its facts. Unknown is NULL, which goes through AND, OR, NOT and comparisons in SQL as
 * unknown goes through them in CEL; where it does not, it is written out. A part is written once and never repeated,
 * except in arithmetic with time, whose depth is limited.
 */
final class ConditionSql {

    private final AskedFacts facts;
    private final Relation from;

    ConditionSql(AskedFacts facts, Relation from) {
        this.facts = facts;
        this.from = from;
    }

    Condition condition(Expression expression) {
        return switch (expression) {
            case Constant constant -> DSL.condition(DSL.inline((Boolean) constant.value()));
            case Observed(var fact) -> from.number(facts.column(fact)).eq(DSL.inline(1));
            case Not(Expression of) -> DSL.not(condition(of));
            case And(Expression left, Expression right) -> condition(left).and(condition(right));
            case Or(Expression left, Expression right) -> condition(left).or(condition(right));
            case Choice choice ->
                DSL.condition(
                        chosen(choice, DSL.field(condition(choice.then())), DSL.field(condition(choice.otherwise()))));
            case Comparison comparison -> comparison(comparison);
            case OneOf oneOf -> oneOf(oneOf);
            case Part part -> text(part.of()).like(DSL.inline(like(part)), '!');
            case Matches(Expression of, String pattern) -> Functions.matches(text(of), pattern);
            case Now _, Arithmetic _, Negative _, Size _ -> throw notOf(expression, "bool");
        };
    }

    /** Whole numbers, and instants and lengths of time in microseconds. */
    private Field<Long> number(Expression expression) {
        return switch (expression) {
            case Constant constant -> constant(constant);
            case Now _ -> bigint(facts.nowMicros());
            case Observed(var fact) -> from.micros(facts.column(fact));
            case Choice choice -> chosen(choice, number(choice.then()), number(choice.otherwise()));
            case Arithmetic arithmetic ->
                new ArithmeticSql(arithmetic).of(number(arithmetic.left()), number(arithmetic.right()));
            case Negative(Expression of) -> number(of).neg();
            case Size(Expression of) -> DSL.charLength(text(of)).cast(SQLDataType.BIGINT);
            case Not _, And _, Or _, Comparison _, OneOf _, Part _, Matches _ -> throw notOf(expression, "number");
        };
    }

    private Field<String> text(Expression expression) {
        return switch (expression) {
            case Constant constant -> DSL.inline((String) constant.value());
            case Observed(var fact) -> from.text(facts.column(fact));
            case Choice choice -> chosen(choice, text(choice.then()), text(choice.otherwise()));
            case Arithmetic arithmetic -> DSL.concat(text(arithmetic.left()), text(arithmetic.right()));
            case Now _, Negative _, Size _, Not _, And _, Or _, Comparison _, OneOf _, Part _, Matches _ ->
                throw notOf(expression, "text");
        };
    }

    private static IllegalStateException notOf(Expression expression, String type) {
        return new IllegalStateException("not a " + type + ": " + expression);
    }

    /** NULL for a condition that is neither true nor false. */
    private <T> Field<T> chosen(Choice choice, Field<T> then, Field<T> otherwise) {
        return DSL.choose(DSL.field(condition(choice.when())))
                .when(DSL.inline(true), then)
                .when(DSL.inline(false), otherwise);
    }

    private static Field<Long> constant(Constant constant) {
        return bigint(
                switch (constant.value()) {
                    case Long number -> number;
                    case Instant at -> Micros.of(at);
                    case Duration length -> Micros.of(length);
                    default -> throw notOf(constant, "number");
                });
    }

    /** Without the cast a small number is of 32 bits, and so is what is worked out with it. */
    static Field<Long> bigint(long value) {
        return DSL.cast(DSL.inline(value), SQLDataType.BIGINT);
    }

    private Condition comparison(Comparison comparison) {
        Type type = comparison.left().type();
        if (type == Type.BOOL) {
            return compared(
                    comparison, DSL.field(condition(comparison.left())), DSL.field(condition(comparison.right())));
        }
        return AskedFacts.isText(type)
                ? compared(comparison, text(comparison.left()), text(comparison.right()))
                : compared(comparison, number(comparison.left()), number(comparison.right()));
    }

    private static <T> Condition compared(Comparison comparison, Field<T> left, Field<T> right) {
        return switch (comparison.relation()) {
            case EQUAL -> left.eq(right);
            case DIFFERENT -> left.ne(right);
            case LESS -> left.lt(right);
            case AT_MOST -> left.le(right);
            case GREATER -> left.gt(right);
            case AT_LEAST -> left.ge(right);
        };
    }

    private Condition oneOf(OneOf oneOf) {
        Type type = oneOf.of().type();
        if (type == Type.BOOL) {
            List<Field<Boolean>> values = oneOf.values().stream()
                    .map(value -> DSL.field(condition(value)))
                    .toList();
            return in(DSL.field(condition(oneOf.of())), values);
        }
        return AskedFacts.isText(type)
                ? in(text(oneOf.of()), oneOf.values().stream().map(this::text).toList())
                : in(
                        number(oneOf.of()),
                        oneOf.values().stream().map(this::number).toList());
    }

    /** Nothing is in an empty list, and of what is unknown not even that is known. */
    private static <T> Condition in(Field<T> field, List<Field<T>> values) {
        return values.isEmpty() ? field.ne(field) : field.in(values);
    }

    private static String like(Part part) {
        String written = (String) ((Constant) part.part()).value();
        String escaped = written.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return switch (part.place()) {
            case START -> escaped + "%";
            case ANYWHERE -> "%" + escaped + "%";
            case END -> "%" + escaped;
        };
    }
}
