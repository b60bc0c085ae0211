package dev.dormouse.core.condition;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import java.util.HashMap;
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
            Object result = program.eval(PartialVars.of(variables(given, asked), patterns(unknown)));
            return switch (result) {
                case Boolean truth -> new Evaluation(truth, unknown, null);
                case CelUnknownSet _ -> new Evaluation(null, unknown, null);
                default -> new Evaluation(null, unknown, "it came to " + result.getClass() + ", not to true or false");
            };
        } catch (CelEvaluationException failure) {
            // A value that the listing does not have is looked up in vain; that is known to be unknown already.
            return new Evaluation(null, unknown, unknown.isEmpty() ? reason(failure) : null);
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

    private static CelVariableResolver variables(Given given, List<Fact> asked) {
        return name -> Optional.ofNullable(variable(name, given, asked));
    }

    private static @Nullable Object variable(String name, Given given, List<Fact> asked) {
        Property property = PROPERTIES.get(name);
        if (property != null) {
            return given.find(new Fact.Known(property));
        }
        if (WORDS.containsKey(name)) {
            return name;
        }
        return switch (name) {
            case Vocabulary.NOW -> given.now();
            case Vocabulary.ATTRIBUTES -> attributes(given, asked);
            case Vocabulary.ACTIVITY, Vocabulary.GRANTS -> given;
            default -> null;
        };
    }

    /** As a map, of which the condition asks these names alone. */
    private static Map<String, Object> attributes(Given given, List<Fact> asked) {
        Map<String, Object> attributes = new HashMap<>();
        for (Fact fact : asked) {
            String name = fact instanceof Fact.Attribute(String one)
                    ? one
                    : fact instanceof Fact.HasAttribute(String other) ? other : null;
            Object value = name == null ? null : given.find(new Fact.Attribute(name));
            if (name != null && value != null) {
                attributes.put(name, value);
            }
        }
        return attributes;
    }
}
