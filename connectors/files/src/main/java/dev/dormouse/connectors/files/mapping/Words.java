package dev.dormouse.connectors.files.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that come again and again in a log, such as names of accounts and kinds of events, made only once. A later text may
 * take the place of an earlier one. Not thread-safe.
 */
final class Words {

    private static final int PLACES = 1 << 12;
    private static final int LONGEST = 64;

    private final byte[][] bytes = new byte[PLACES][];
    private final @Nullable String[] texts = new String[PLACES];

    /** The text of bytes that are ASCII. */
    String of(JsonBytes json, int from, int to) {
        byte[] source = json.bytes();
        int length = to - from;
        if (length == 0 || length > LONGEST) {
            return new String(source, from, length, StandardCharsets.ISO_8859_1);
        }
        int place = place(source, from, to);
        String known = texts[place];
        if (known != null && Arrays.equals(bytes[place], 0, bytes[place].length, source, from, to)) {
            return known;
        }
        String text = new String(source, from, length, StandardCharsets.ISO_8859_1);
        texts[place] = text;
        bytes[place] = Arrays.copyOfRange(source, from, to);
        return text;
    }

    private static int place(byte[] source, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + source[i];
        }
        return (hash ^ hash >>> 12) & (PLACES - 1);
    }
}
