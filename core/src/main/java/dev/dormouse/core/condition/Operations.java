package dev.dormouse.core.condition;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.dormouse.core.condition.Expression.Arithmetic;
import dev.dormouse.core.condition.Expression.Comparison;
import dev.dormouse.core.condition.Expression.Constant;
import dev.dormouse.core.condition.Expression.Matches;
import dev.dormouse.core.condition.Expression.Negative;
import dev.dormouse.core.condition.Expression.OneOf;
import dev.dormouse.core.condition.Expression.Operator;
import dev.dormouse.core.condition.Expression.Part;
import dev.dormouse.core.condition.Expression.Place;
import dev.dormouse.core.condition.Expression.Relation;
import dev.dormouse.core.condition.Expression.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The operators of CEL and its functions on texts. */
record Operations(Translation translation) {

    private static final Set<Type> ORDERED = Set.of(Type.INT, Type.INSTANT, Type.LENGTH);

    Expression operation(CelExpr node, List<CelExpr> parts) throws ConditionException {
        return switch (node.call().function()) {
            case "_==_" -> comparison(node, Relation.EQUAL, parts);
            case "_!=_" -> comparison(node, Relation.DIFFERENT, parts);
            case "_<_" -> comparison(node, Relation.LESS, parts);
            case "_<=_" -> comparison(node, Relation.AT_MOST, parts);
            case "_>_" -> comparison(node, Relation.GREATER, parts);
            case "_>=_" -> comparison(node, Relation.AT_LEAST, parts);
            case "_+_" -> arithmetic(node, Operator.PLUS, parts);
            case "_-_" -> arithmetic(node, Operator.MINUS, parts);
            case "_*_" -> arithmetic(node, Operator.TIMES, parts);
            case "_/_" -> arithmetic(node, Operator.DIVIDED_BY, parts);
            case "_%_" -> arithmetic(node, Operator.REMAINDER, parts);
            case "-_" -> new Negative(typed(node, translation.expression(parts.getFirst()), Type.INT));
            case "@in" -> in(node, parts);
            case "_[_]" -> attribute(node, parts);
            case "startsWith" -> part(Place.START, parts);
            case "endsWith" -> part(Place.END, parts);
            case "contains" -> part(Place.ANYWHERE, parts);
            case "matches" -> matches(parts);
            case "size" -> new Size(typed(node, translation.expression(parts.getFirst()), Type.TEXT));
            default ->
                throw translation.refused(
                        node, "'" + node.call().function() + "' cannot be asked of many accounts at once");
        };
    }

    private Expression typed(CelExpr node, Expression found, Type wanted) throws ConditionException {
        if (found.type() != wanted) {
            throw translation.refused(node, "this takes a " + wanted + ", not a " + found.type());
        }
        return found;
    }

    private Expression comparison(CelExpr node, Relation relation, List<CelExpr> parts) throws ConditionException {
        Expression left = translation.expression(parts.get(0));
        Expression right = translation.expression(parts.get(1));
        if (left.type() != right.type()) {
            throw translation.refused(node, "a " + left.type() + " cannot be compared with a " + right.type());
        }
        boolean equality = relation == Relation.EQUAL || relation == Relation.DIFFERENT;
        if (!equality && !ORDERED.contains(left.type())) {
            throw translation.refused(
                    node,
                    "values of type " + left.type() + " are compared with == and != alone: no order of texts"
                            + " is the same everywhere");
        }
        return new Comparison(relation, left, right);
    }

    private Expression arithmetic(CelExpr node, Operator operator, List<CelExpr> parts) throws ConditionException {
        Expression left = translation.expression(parts.get(0));
        Expression right = translation.expression(parts.get(1));
        Type type = left.type() == Type.INSTANT || right.type() == Type.INSTANT
                ? left.type() == right.type() ? Type.LENGTH : Type.INSTANT
                : left.type();
        Arithmetic result = new Arithmetic(operator, left, right, type);
        if (type == Type.INT && Bounds.beyond(result)) {
            throw translation.refused(node, "this can become larger than " + Expression.LARGEST);
        }
        if (Bounds.isDeep(result)) {
            throw translation.refused(node, "this is more arithmetic with time than one value needs");
        }
        return result;
    }

    private Expression in(CelExpr node, List<CelExpr> parts) throws ConditionException {
        CelExpr container = parts.get(1);
        if (Translation.isAttributes(container)) {
            return translation.observed(new Fact.HasAttribute(name(parts.get(0))));
        }
        if (container.getKind() != Kind.LIST) {
            throw translation.refused(node, "behind 'in' stands a list of values or account.attributes");
        }
        Expression of = translation.expression(parts.get(0));
        List<Constant> values = new ArrayList<>();
        for (CelExpr element : container.list().elements()) {
            if (!(translation.expression(element) instanceof Constant constant)) {
                throw translation.refused(
                        element, "a list behind 'in' has values that are written out; use || instead");
            }
            if (constant.type() != of.type()) {
                throw translation.refused(element, "a " + of.type() + " is not found in a list of " + constant.type());
            }
            values.add(constant);
        }
        return new OneOf(of, values);
    }

    private Expression attribute(CelExpr node, List<CelExpr> parts) throws ConditionException {
        if (!Translation.isAttributes(parts.get(0))) {
            throw translation.refused(node, "this cannot be asked of many accounts at once");
        }
        return translation.observed(new Fact.Attribute(name(parts.get(1))));
    }

    private String name(CelExpr node) throws ConditionException {
        if (translation.expression(node) instanceof Constant constant && constant.value() instanceof String name) {
            return name;
        }
        throw translation.refused(node, "the name of an attribute must be written out");
    }

    private Expression part(Place place, List<CelExpr> parts) throws ConditionException {
        Expression part = translation.expression(parts.get(1));
        if (!(part instanceof Constant)) {
            throw translation.refused(parts.get(1), "the part that is looked for must be written out");
        }
        return new Part(place, translation.expression(parts.get(0)), part);
    }

    private Expression matches(List<CelExpr> parts) throws ConditionException {
        Expression of = translation.expression(parts.get(0));
        CelExpr written = parts.get(1);
        if (!(translation.expression(written) instanceof Constant constant)) {
            throw translation.refused(written, "a pattern must be written out");
        }
        try {
            return new Matches(of, new PortablePattern((String) constant.value()).translated());
        } catch (PortablePattern.Refused refused) {
            throw translation.refused(written, refused.getMessage());
        }
    }
}
