package dev.dormouse.core.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces variables written as in a shell, with or without a default. Two dollar signs stand for one. */
record Variables(Map<String, String> environment) {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?})?");

    Variables {
        environment = Map.copyOf(environment);
    }

    Filled fill(String text) {
        if (!text.contains("${")) {
            return new Filled(text, null);
        }
        Matcher found = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (found.find()) {
            String name = found.group(1);
            if (name == null && found.group().equals("${")) {
                return new Filled(
                        "",
                        "holds '${' that begins no variable; write ${NAME}, ${NAME:-default}, or $${ for the text itself");
            }
            String value = name == null ? "${" : value(name, found.group(2));
            if (value == null) {
                return new Filled("", "needs the environment variable " + name + ", which is not set or empty");
            }
            found.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return new Filled(found.appendTail(filled).toString(), null);
    }

    /** An empty variable is a forgotten one: a build server hands out empty text for a secret it does not have. */
    private @Nullable String value(String name, @Nullable String otherwise) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** @param fault the end of a sentence about the value; null where all went well */
    record Filled(String text, @Nullable String fault) {}
}
