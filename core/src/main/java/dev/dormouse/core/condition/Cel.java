package dev.dormouse.core.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.Program;
import dev.dormouse.core.condition.Condition.Checked;
import dev.dormouse.core.condition.ConditionException.Fault;
import java.util.Comparator;
import java.util.List;

/** The environment in which conditions are checked and run; made when the first one is read, as it takes a moment. */
final class Cel {

    static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableUnknownTracking(true)
            .build();

    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME = Functions.runtime();

    /** Longer ones are not written by people; and what is nested deeply is nested as deeply in SQL. */
    private static final int LONGEST = 10_000;

    private Cel() {}

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.HAS)
                .setResultType(SimpleType.BOOL);
        Vocabulary.declare(builder);
        return builder.build();
    }

    static Checked check(String text) throws ConditionException {
        if (text.length() > LONGEST) {
            throw new ConditionException(
                    List.of(new Fault(1, 1, "a condition is not longer than " + LONGEST + " characters")));
        }
        CelAbstractSyntaxTree tree = tree(text);
        Translation translation = new Translation(tree, text);
        Expression expression = translation.expression();
        return new Checked(expression, translation.asks(), program(tree, translation.asks()));
    }

    private static CelAbstractSyntaxTree tree(String text) throws ConditionException {
        CelValidationResult result = COMPILER.compile(text);
        try {
            return result.getAst();
        } catch (CelValidationException refused) {
            IssueWording wording = new IssueWording(text);
            List<Fault> faults = refused.getErrors().stream()
                    .map(wording::fault)
                    .distinct()
                    .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                    .toList();
            throw new ConditionException(faults);
        }
    }

    /** What an expression comes to that asks nothing of an account: {@code days(90)}, {@code timestamp("...")}. */
    static Object constant(CelAbstractSyntaxTree part) throws CelEvaluationException {
        return RUNTIME.createProgram(part).eval();
    }

    private static Condition.Evaluator program(CelAbstractSyntaxTree tree, List<Fact> asked) {
        try {
            Program program = RUNTIME.createProgram(AttributeCalls.in(tree));
            return facts -> AccountRun.evaluate(program, facts, asked);
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("a checked condition cannot be planned", impossible);
        }
    }
}
