package dev.dormouse.core.condition;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of a condition beyond those of CEL, as the type checker knows them. */
final class Vocabulary {

    static final String ATTRIBUTES = "account.attributes";
    static final String ACTIVITY = "activity";
    static final String GRANTS = "grants";
    static final String NOW = "now";

    private static final CelType ACTIVITY_TYPE = OpaqueType.create(ACTIVITY);
    private static final CelType GRANTS_TYPE = OpaqueType.create(GRANTS);

    private Vocabulary() {}

    static CelType celType(Type type) {
        return switch (type) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case TEXT -> SimpleType.STRING;
            case INSTANT -> SimpleType.TIMESTAMP;
            case LENGTH -> SimpleType.DURATION;
            // Types of their own, so that a kind cannot be compared with a state, nor with a misspelt text.
            case KIND, STATE -> OpaqueType.create(type.toString());
        };
    }

    /** The names of kinds and states, which are written bare. */
    static Map<String, Type> words() {
        Map<String, Type> words = new LinkedHashMap<>();
        for (AccountKind kind : AccountKind.values()) {
            words.put(kind.name(), Type.KIND);
        }
        for (AccountState state : AccountState.values()) {
            if (state != AccountState.UNKNOWN) {
                words.put(state.name(), Type.STATE);
            }
        }
        return words;
    }

    static Map<String, Property> properties() {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (Property property : Property.values()) {
            property.names().forEach(name -> properties.put(name, property));
        }
        return properties;
    }

    /** Everything that can be written, for a hint at what was meant. */
    static List<String> names() {
        List<String> names = new ArrayList<>(properties().keySet());
        names.addAll(words().keySet());
        names.addAll(List.of(ATTRIBUTES, ACTIVITY, GRANTS, NOW));
        for (String function : List.of("last", "never", "inactiveFor", "logins", "uses", "count", "activeDays")) {
            names.addAll(List.of(ACTIVITY + "." + function, function));
        }
        names.addAll(List.of("grants.has", "grants.any", "days", "hours", "timestamp", "duration", "size", "has"));
        names.addAll(List.of("startsWith", "endsWith", "contains", "matches", "in", "true", "false"));
        return names;
    }

    static void declare(CelCompilerBuilder compiler) {
        properties().forEach((name, property) -> compiler.addVar(name, celType(property.type())));
        words().forEach((name, type) -> compiler.addVar(name, celType(type)));
        compiler.addVar(ATTRIBUTES, MapType.create(SimpleType.STRING, SimpleType.STRING));
        compiler.addVar(ACTIVITY, ACTIVITY_TYPE);
        compiler.addVar(GRANTS, GRANTS_TYPE);
        compiler.addVar(NOW, SimpleType.TIMESTAMP);
        compiler.addFunctionDeclarations(
                activity("last", SimpleType.TIMESTAMP, List.of(), List.of(SimpleType.STRING)),
                activity("never", SimpleType.BOOL, List.of()),
                activity("inactiveFor", SimpleType.BOOL, List.of(SimpleType.DURATION)),
                activity("logins", SimpleType.INT, List.of(), List.of(SimpleType.DURATION)),
                activity("uses", SimpleType.INT, List.of(), List.of(SimpleType.DURATION)),
                activity("count", SimpleType.INT, List.of(), List.of(SimpleType.DURATION)),
                activity("activeDays", SimpleType.INT, List.of(SimpleType.DURATION)),
                grants("has"),
                grants("any"),
                length("days"),
                length("hours"));
    }

    /** @param forms the arguments of each overload; its id ends with their number, as {@link Functions} expects */
    @SafeVarargs
    private static CelFunctionDecl activity(String name, CelType result, List<CelType>... forms) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (List<CelType> form : forms) {
            List<CelType> arguments = new ArrayList<>(List.of(ACTIVITY_TYPE));
            arguments.addAll(form);
            overloads.add(CelOverloadDecl.newMemberOverload(id(name, form.size()), result, arguments));
        }
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    /** The id of an overload by the number of its arguments behind the receiver. */
    static String id(String name, int arguments) {
        return name + "_" + arguments;
    }

    private static CelFunctionDecl grants(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload(id(name, 1), SimpleType.BOOL, GRANTS_TYPE, SimpleType.STRING));
    }

    private static CelFunctionDecl length(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(id(name, 1), SimpleType.DURATION, SimpleType.INT));
    }
}
