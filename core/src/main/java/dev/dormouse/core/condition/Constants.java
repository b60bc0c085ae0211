package dev.dormouse.core.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.CelEvaluationException;
import dev.dormouse.core.condition.Expression.Constant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants and lengths of time that are written out. CEL itself reads them, once. */
record Constants(Translation translation, CelAbstractSyntaxTree tree) {

    /** Nothing that is asked here is older. */
    private static final long MOST_DAYS = 36_600;

    Constant constant(CelExpr node) throws ConditionException {
        String function = node.call().function();
        for (CelExpr argument : node.call().args()) {
            if (argument.getKind() != Kind.CONSTANT) {
                throw translation.refused(
                        argument, "'" + function + "' takes a value that is written out, as in days(90)");
            }
            requireFewDays(function, argument);
        }
        return switch (read(node)) {
            case Instant at -> new Constant(exact(node, at), Type.INSTANT);
            case Duration length -> new Constant(exact(node, length), Type.LENGTH);
            default -> throw translation.refused(node, "this is neither an instant nor a length of time");
        };
    }

    private void requireFewDays(String function, CelExpr argument) throws ConditionException {
        boolean days = function.equals("days");
        if (!days && !function.equals("hours")) {
            return;
        }
        long most = days ? MOST_DAYS : MOST_DAYS * 24;
        long written = argument.constant().int64Value();
        if (written < 0 || written > most) {
            throw translation.refused(argument, "'" + function + "' takes a whole number from 0 to " + most);
        }
    }

    private Object read(CelExpr node) throws ConditionException {
        try {
            return Cel.constant(CelAbstractSyntaxTree.newCheckedAst(
                    node, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()));
        } catch (CelEvaluationException e) {
            String example = node.call().function().equals("timestamp")
                    ? "an instant; write for example timestamp(\"2026-01-31T00:00:00Z\")"
                    : "a length of time; write for example duration(\"36h\")";
            throw translation.refused(node.call().args().getFirst(), "this is not " + example);
        }
    }

    private Instant exact(CelExpr node, Instant at) throws ConditionException {
        if (!Limits.within(at) || !at.equals(at.truncatedTo(ChronoUnit.MICROS))) {
            throw translation.refused(node, "an instant lies in the years 1 to 9999, on a whole microsecond");
        }
        return at;
    }

    private Duration exact(CelExpr node, Duration length) throws ConditionException {
        if (Limits.kept(length) == null || !length.equals(length.truncatedTo(ChronoUnit.MICROS))) {
            throw translation.refused(node, "a length of time has whole microseconds and at most 10,000 years");
        }
        return length;
    }
}
