package dev.dormouse.connectors.sac;

import java.util.List;

/** A number for a row, equal for equal rows: FNV-1a with 64 bits, which is plenty for the events of one log. */
final class Digest {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Digest() {}

    static long of(List<String> fields) {
        long digest = START;
        for (String field : fields) {
            for (int i = 0; i < field.length(); i++) {
                digest = next(digest, field.charAt(i));
            }
            digest = next(digest, -1);
        }
        return digest;
    }

    static long next(long digest, int value) {
        return (digest ^ value) * PRIME;
    }
}
