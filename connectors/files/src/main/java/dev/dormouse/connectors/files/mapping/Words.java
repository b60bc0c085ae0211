package dev.dormouse.connectors.files.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that come again and again in a log, such as names of accounts and kinds of events, made only once. What comes only
 * once, such as numbers of events, costs a look at a small table. Not thread-safe.
 */
final class Words {

    private static final int PLACES = 1 << 14;
    private static final int LONGEST = 64;

    private final int[] hashes = new int[PLACES];
    private final byte[][] bytes = new byte[PLACES][];
    private final @Nullable String[] texts = new String[PLACES];

    /** The text of bytes that are ASCII. */
    String of(JsonBytes json, int from, int to) {
        byte[] source = json.bytes();
        int length = to - from;
        if (length > LONGEST) {
            return text(source, from, length);
        }
        int hash = hash(source, from, to);
        int place = (hash ^ hash >>> 14) & (PLACES - 1);
        if (hashes[place] != hash) {
            hashes[place] = hash;
            texts[place] = null;
            return text(source, from, length);
        }
        String known = texts[place];
        if (known != null && Arrays.equals(bytes[place], 0, bytes[place].length, source, from, to)) {
            return known;
        }
        String text = text(source, from, length);
        texts[place] = text;
        bytes[place] = Arrays.copyOfRange(source, from, to);
        return text;
    }

    private static String text(byte[] source, int from, int length) {
        return new String(source, from, length, StandardCharsets.ISO_8859_1);
    }

    private static int hash(byte[] source, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + source[i];
        }
        return hash;
    }
}
