package dev.dormouse.sac;

import java.util.Locale;

/** Writes values into a condition. */
final class Cel {

    private Cel() {}

    /** In quotes, whatever is in it. */
    static String text(String value) {
        StringBuilder written = new StringBuilder("\"");
        value.codePoints().forEach(one -> {
            if (one == '"' || one == '\\') {
                written.append('\\').appendCodePoint(one);
            } else if (one < ' ' || one == 0x7f) {
                written.append(String.format(Locale.ROOT, "\\u%04x", one));
            } else {
                written.appendCodePoint(one);
            }
        });
        return written.append('"').toString();
    }

    static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
