package dev.dormouse.core.condition;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one condition for one account. */
final class AccountRun {

    private static final Map<String, Property> PROPERTIES = Vocabulary.properties();
    private static final Map<String, Type> WORDS = Vocabulary.words();

    private AccountRun() {}

    static Evaluation evaluate(Program program, Facts facts, List<Fact> asked) {
        Given given = new Given(facts);
        List<Fact> unknown =
                asked.stream().filter(fact -> given.find(fact) == null).toList();
        try {
            Object result = program.eval(PartialVars.of(variables(given), patterns(unknown)));
            return switch (result) {
                case Boolean truth -> new Evaluation(truth, unknown, null);
                case CelUnknownSet _ -> new Evaluation(null, unknown, null);
                default -> new Evaluation(null, unknown, "it came to " + result.getClass() + ", not to true or false");
            };
        } catch (CelEvaluationException failure) {
            return new Evaluation(null, unknown, reason(failure));
        }
    }

    private static String reason(CelEvaluationException failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getErrorCode().name()
                : message.replaceFirst("^evaluation error at [^ ]* ", "");
    }

    private static List<CelAttributePattern> patterns(List<Fact> unknown) {
        return unknown.stream()
                .filter(Fact.Known.class::isInstance)
                .flatMap(fact -> ((Fact.Known) fact).property().names().stream())
                .map(CelAttributePattern::fromQualifiedIdentifier)
                .toList();
    }

    private static CelVariableResolver variables(Given given) {
        return name -> Optional.ofNullable(variable(name, given));
    }

    private static @Nullable Object variable(String name, Given given) {
        Property property = PROPERTIES.get(name);
        if (property != null) {
            return given.find(new Fact.Known(property));
        }
        if (WORDS.containsKey(name)) {
            return name;
        }
        return switch (name) {
            case Vocabulary.NOW -> given.now();
            case Vocabulary.ATTRIBUTES, Vocabulary.ACTIVITY, Vocabulary.GRANTS -> given;
            default -> null;
        };
    }
}
