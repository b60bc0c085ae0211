package dev.dormouse.connectors.files.mapping;

/**
 * Digests of 64 bits by 128-bit multiplication, in the manner of wyhash: two of a billion events collide with a chance of
 * 3 %, and then one of them is counted once too little.
 */
public final class Digest {

    private static final long SEED = 0xa0761d6478bd642fL;
    private static final long STEP = 0xe7037ed1a0b428dbL;

    private Digest() {}

    public static long of(String text) {
        int length = text.length();
        long state = SEED ^ length;
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            state = step(state, text.charAt(i), text.charAt(i + 1), text.charAt(i + 2), text.charAt(i + 3));
        }
        long rest = 0;
        for (; i < length; i++) {
            rest = rest << 16 | text.charAt(i);
        }
        return mix(state ^ rest, STEP ^ length);
    }

    /** The same as of the text with these letters of ASCII. */
    static long of(byte[] text, int from, int to) {
        int length = to - from;
        long state = SEED ^ length;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            state = mix(
                    state ^ (text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32 | (long) text[i + 3] << 48),
                    STEP);
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << 16 | text[i];
        }
        return mix(state ^ rest, STEP ^ length);
    }

    /** The same as of the text with these letters. */
    public static long of(char[] text, int offset, int length) {
        int end = offset + length;
        long state = SEED ^ length;
        int i = offset;
        for (; i + 4 <= end; i += 4) {
            state = step(state, text[i], text[i + 1], text[i + 2], text[i + 3]);
        }
        long rest = 0;
        for (; i < end; i++) {
            rest = rest << 16 | text[i];
        }
        return mix(state ^ rest, STEP ^ length);
    }

    private static long step(long state, char first, char second, char third, char fourth) {
        return mix(state ^ (first | (long) second << 16 | (long) third << 32 | (long) fourth << 48), STEP);
    }

    public static long mix(long a, long b) {
        long x = a ^ SEED;
        long y = b ^ STEP;
        long mixed = Math.unsignedMultiplyHigh(x, y) ^ (x * y);
        // a factor of zero would forget the other one
        return mixed ^ Long.rotateLeft(a, 29) ^ b;
    }
}
