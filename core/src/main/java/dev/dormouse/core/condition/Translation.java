package dev.dormouse.core.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.dormouse.core.condition.Expression.And;
import dev.dormouse.core.condition.Expression.Choice;
import dev.dormouse.core.condition.Expression.Constant;
import dev.dormouse.core.condition.Expression.Not;
import dev.dormouse.core.condition.Expression.Observed;
import dev.dormouse.core.condition.Expression.Or;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From the checked syntax tree to an {@link Expression}. What is not named here is refused, at its place. */
final class Translation {

    private static final Map<String, Property> PROPERTIES = Vocabulary.properties();
    private static final Map<String, Type> WORDS = Vocabulary.words();

    private final CelAbstractSyntaxTree tree;
    private final Places places;
    private final Set<Fact> asks = new LinkedHashSet<>();

    Translation(CelAbstractSyntaxTree tree, String text) {
        this.tree = tree;
        this.places = new Places(text);
    }

    Expression expression() throws ConditionException {
        return expression(tree.getExpr());
    }

    List<Fact> asks() {
        return List.copyOf(asks);
    }

    Expression expression(CelExpr node) throws ConditionException {
        return switch (node.getKind()) {
            case CONSTANT -> constant(node, node.constant());
            case IDENT -> named(node, node.ident().name());
            case SELECT -> selected(node);
            case CALL -> call(node);
            case LIST -> throw refused(node, "a list stands behind 'in' alone");
            case STRUCT, MAP, COMPREHENSION, NOT_SET ->
                throw refused(node, "this cannot be asked of many accounts at once");
        };
    }

    private Constant constant(CelExpr node, CelConstant value) throws ConditionException {
        return switch (value.getKind()) {
            case BOOLEAN_VALUE -> new Constant(value.booleanValue(), Type.BOOL);
            case STRING_VALUE -> text(node, value.stringValue());
            case INT64_VALUE -> {
                long number = value.int64Value();
                if (number > Expression.LARGEST || number < -Expression.LARGEST) {
                    throw refused(node, "the number is larger than " + Expression.LARGEST);
                }
                yield new Constant(number, Type.INT);
            }
            case NULL_VALUE -> throw refused(node, "there is no null here: what is not known makes the answer unknown");
            case DOUBLE_VALUE, UINT64_VALUE ->
                throw refused(node, "numbers are whole and signed: write 2, not 2.0 or 2u");
            case BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE, NOT_SET ->
                throw refused(node, "this cannot be asked of many accounts at once");
        };
    }

    private Constant text(CelExpr node, String value) throws ConditionException {
        if (value.indexOf('\0') >= 0) {
            throw refused(node, "the character U+0000 is in no text that is read");
        }
        return new Constant(value, Type.TEXT);
    }

    private Expression named(CelExpr node, String name) throws ConditionException {
        Property property = PROPERTIES.get(name);
        if (property != null) {
            return observed(new Fact.Known(property));
        }
        Type word = WORDS.get(name);
        if (word != null) {
            return new Constant(name, word);
        }
        return switch (name) {
            case Vocabulary.NOW -> new Expression.Now();
            case Vocabulary.ATTRIBUTES ->
                throw refused(node, "one attribute at a time: account.attributes[\"department\"]");
            default -> throw refused(node, "'" + name + "' is no value; ask for one of its parts");
        };
    }

    Observed observed(Fact fact) {
        asks.add(fact);
        return new Observed(fact);
    }

    private Expression selected(CelExpr node) throws ConditionException {
        CelExpr operand = node.select().operand();
        if (!isAttributes(operand)) {
            throw refused(node, "this cannot be asked of many accounts at once");
        }
        String name = node.select().field();
        return observed(node.select().testOnly() ? new Fact.HasAttribute(name) : new Fact.Attribute(name));
    }

    static boolean isAttributes(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().equals(Vocabulary.ATTRIBUTES);
    }

    private Expression call(CelExpr node) throws ConditionException {
        List<CelExpr> parts = new ArrayList<>();
        node.call().target().ifPresent(parts::add);
        parts.addAll(node.call().args());
        return switch (node.call().function()) {
            case "_&&_" -> new And(expression(parts.get(0)), expression(parts.get(1)));
            case "_||_" -> new Or(expression(parts.get(0)), expression(parts.get(1)));
            case "!_" -> new Not(expression(parts.get(0)));
            case "_?_:_" -> choice(node, parts);
            case "days", "hours", "timestamp", "duration" -> new Constants(this, tree).constant(node);
            case "last", "never", "inactiveFor", "logins", "uses", "count", "activeDays", "has", "any" ->
                observed(new Questions(this, tree).fact(node, node.call().args()));
            default -> new Operations(this).operation(node, parts);
        };
    }

    private Expression choice(CelExpr node, List<CelExpr> parts) throws ConditionException {
        Expression then = expression(parts.get(1));
        Expression otherwise = expression(parts.get(2));
        if (then.type() != otherwise.type()) {
            throw refused(
                    node, "both sides of ':' must be of one type, not " + then.type() + " and " + otherwise.type());
        }
        return new Choice(expression(parts.get(0)), then, otherwise);
    }

    /** The fault, at the beginning of the part that it is about. */
    ConditionException refused(CelExpr node, String message) {
        return new ConditionException(List.of(places.fault(first(node), message)));
    }

    private int first(CelExpr node) {
        int own = tree.getSource().getPositionsMap().getOrDefault(node.id(), 0);
        int first = places.startOfName(own);
        if (node.getKind() == CelExpr.ExprKind.Kind.CALL) {
            for (CelExpr part : node.call().args()) {
                first = Math.min(first, first(part));
            }
            first = Math.min(first, node.call().target().map(this::first).orElse(first));
        }
        return node.getKind() == CelExpr.ExprKind.Kind.SELECT
                ? Math.min(first, first(node.select().operand()))
                : first;
    }
}
