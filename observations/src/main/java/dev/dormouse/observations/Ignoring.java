package dev.dormouse.observations;

import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Field;

/** Entitlements that {@code grants.any} does not count, as patterns in lower case with {@code *} and {@code ?}. */
record Ignoring(List<String> patterns) {

    /** What is left of a column of the form of {@link Held}. */
    Field<String> without(Field<String> held) {
        return patterns.isEmpty() ? held : Functions.without(held, expression());
    }

    /** Each entitlement stands between two line feeds of its own, so neighbours do not share one. */
    private String expression() {
        return patterns.stream().map(Ignoring::expression).collect(Collectors.joining("|", "\\n(?:", ")\\n"));
    }

    private static String expression(String pattern) {
        return pattern.codePoints()
                .mapToObj(letter -> switch (letter) {
                    case '*' -> "[^\\n]*";
                    case '?' -> "[^\\n]";
                    default ->
                        Character.isLetterOrDigit(letter) || letter > 0x7f
                                ? Character.toString(letter)
                                : "\\" + Character.toString(letter);
                })
                .collect(Collectors.joining());
    }
}
