package dev.dormouse.core.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.dormouse.core.condition.Expression.Constant;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked of {@code activity} and {@code grants}. Every argument is written out: it decides what is read. */
record Questions(Translation translation, CelAbstractSyntaxTree tree) {

    private static final Duration LONGEST = Duration.ofDays(36_600);

    private static final Map<String, ActivityKind> KINDS = Arrays.stream(ActivityKind.values())
            .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), Function.identity()));

    Fact fact(CelExpr node, List<CelExpr> arguments) throws ConditionException {
        CelExpr argument = arguments.isEmpty() ? null : arguments.getFirst();
        return switch (node.call().function()) {
            case "last" -> new Fact.Last(argument == null ? null : kind(argument));
            case "never" -> new Fact.Never();
            case "inactiveFor" -> new Fact.InactiveFor(window(given(argument)));
            case "activeDays" -> new Fact.ActiveDays(window(given(argument)));
            case "logins" -> count(ActivityKind.LOGIN, argument);
            case "uses" -> count(ActivityKind.USE, argument);
            case "count" -> count(null, argument);
            case "has" -> new Fact.Holds(entitlement(given(argument)));
            default -> new Fact.HoldsAny(entitlement(given(argument)));
        };
    }

    private Fact count(@Nullable ActivityKind kind, @Nullable CelExpr argument) throws ConditionException {
        return new Fact.Count(kind, argument == null ? null : window(argument));
    }

    private static CelExpr given(@Nullable CelExpr argument) {
        if (argument == null) {
            throw new IllegalStateException("the type checker let a call without its argument through");
        }
        return argument;
    }

    private ActivityKind kind(CelExpr argument) throws ConditionException {
        ActivityKind kind = KINDS.get(text(argument));
        if (kind == null) {
            throw translation.refused(argument, "the kinds of activity are \"login\", \"use\" and \"machine\"");
        }
        return kind;
    }

    private String entitlement(CelExpr argument) throws ConditionException {
        String entitlement = text(argument).strip();
        if (entitlement.isEmpty() || entitlement.indexOf('\n') >= 0) {
            throw translation.refused(argument, "an entitlement has a name, as in grants.has(\"team:platform\")");
        }
        return entitlement;
    }

    private String text(CelExpr argument) throws ConditionException {
        if (argument.getKind() == Kind.CONSTANT && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            return argument.constant().stringValue();
        }
        throw translation.refused(argument, "this must be a text that is written out");
    }

    private Duration window(CelExpr argument) throws ConditionException {
        boolean written = argument.getKind() == Kind.CALL
                && List.of("days", "hours", "duration").contains(argument.call().function());
        if (!written) {
            throw translation.refused(
                    argument, "a window must be a constant: days(90), hours(36) or duration(\"90m\")");
        }
        Constant constant = new Constants(translation, tree).constant(argument);
        Duration window = (Duration) constant.value();
        if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
            throw translation.refused(argument, "a window is longer than nothing and at most 100 years long");
        }
        return window;
    }
}
