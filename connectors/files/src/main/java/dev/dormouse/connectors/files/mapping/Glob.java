package dev.dormouse.connectors.files.mapping;

import java.util.Arrays;

/** A text in which {@code *} stands for any text; case does not count. Asked several times for every record. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Glob(String[] parts) {

    static Glob of(String written) {
        return new Glob(written.split("\\*", -1));
    }

    boolean isAnything() {
        return Arrays.stream(parts).allMatch(String::isEmpty);
    }

    boolean matches(String value) {
        String first = parts[0];
        if (parts.length == 1) {
            return first.equalsIgnoreCase(value);
        }
        String last = parts[parts.length - 1];
        int end = value.length() - last.length();
        int at = first.length();
        if (end < at
                || !value.regionMatches(true, 0, first, 0, at)
                || !value.regionMatches(true, end, last, 0, last.length())) {
            return false;
        }
        for (int part = 1; part < parts.length - 1; part++) {
            at = after(value, at, end, parts[part]);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** The place behind the next occurrence; -1 where there is none. */
    private static int after(String value, int from, int end, String part) {
        for (int i = from; i + part.length() <= end; i++) {
            if (value.regionMatches(true, i, part, 0, part.length())) {
                return i + part.length();
            }
        }
        return -1;
    }
}
