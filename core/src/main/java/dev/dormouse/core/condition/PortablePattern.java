package dev.dormouse.core.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of regular expressions that all engines read in the same way: letters, {@code .}, classes, groups, {@code |},
 * repetition, {@code ^} and {@code $}. What differs between them is written so that it does not.
 */
final class PortablePattern {

    private static final String NAMED_CLASSES = "dws";
    private static final String PUNCTUATION = "\\.+*?()|[]{}^$-/@_:,;#%&~='\"!<> ";

    private final String pattern;
    private final StringBuilder translated = new StringBuilder();
    private int place;

    PortablePattern(String pattern) {
        this.pattern = pattern;
    }

    String translated() throws Refused {
        requireRe2();
        while (place < pattern.length()) {
            char one = pattern.charAt(place);
            switch (one) {
                case '\\' -> escaped(false);
                case '[' -> characterClass();
                case '(' -> group();
                case '{' -> repetition();
                // Others take '.' for any character, '$' for before a last line feed, '^' for the begin of any line.
                case '.' -> take("[^\\n]");
                case '^' -> take("\\A");
                case '$' -> take("\\z");
                default -> take(Character.toString(one));
            }
        }
        return translated.toString();
    }

    private void requireRe2() throws Refused {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new Refused("the pattern cannot be read: " + e.getDescription());
        }
    }

    private void take(String form) {
        translated.append(form);
        place++;
    }

    private void escaped(boolean inClass) throws Refused {
        char one = pattern.charAt(place + 1);
        String form = named(one);
        if (form != null) {
            translated.append(inClass ? form : "[" + form + "]");
        } else if (PUNCTUATION.indexOf(one) >= 0) {
            literal(one);
        } else if ("nrt".indexOf(one) >= 0) {
            translated.append('\\').append(one);
        } else {
            throw new Refused("'\\" + one + "' is not read everywhere in the same way; leave it out");
        }
        place += 2;
    }

    private void literal(char one) {
        boolean special = "\\.+*?()|[]{}^$-".indexOf(one) >= 0;
        translated.append(special ? "\\" : "").append(one);
    }

    private static @Nullable String named(char one) {
        return switch (NAMED_CLASSES.indexOf(one)) {
            case 0 -> "0-9";
            case 1 -> "0-9A-Za-z_";
            case 2 -> "\\t\\n\\f\\r ";
            default -> null;
        };
    }

    private void characterClass() throws Refused {
        translated.append('[');
        place++;
        if (pattern.charAt(place) == '^') {
            take("^");
        }
        boolean first = true;
        while (first || pattern.charAt(place) != ']') {
            char one = pattern.charAt(place);
            if (one == '[' || one == '&' || (one == ']' && first)) {
                throw new Refused("'" + one + "' inside [...] is not read everywhere in the same way; write \\" + one);
            }
            if (one == '\\') {
                escaped(true);
            } else if (one == '^') {
                take("\\^");
            } else {
                take(Character.toString(one));
            }
            first = false;
        }
        take("]");
    }

    private void group() throws Refused {
        boolean plain = !pattern.startsWith("(?", place);
        if (!plain && !pattern.startsWith("(?:", place)) {
            throw new Refused("groups are written ( ) or (?: ); flags and names are not read everywhere");
        }
        translated.append("(?:");
        place += plain ? 1 : 3;
    }

    /** A brace that repeats nothing is a plain brace for some and a fault for others. */
    private void repetition() throws Refused {
        int end = pattern.indexOf('}', place);
        String form = end < 0 ? "" : pattern.substring(place, end + 1);
        if (!form.matches("\\{\\d{1,3}(,\\d{0,3})?\\}")) {
            throw new Refused("'{' repeats, as in {2} or {2,5}; write \\{ for the brace itself");
        }
        translated.append(form);
        place = end + 1;
    }

    /** The pattern is not for every engine. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }
}
