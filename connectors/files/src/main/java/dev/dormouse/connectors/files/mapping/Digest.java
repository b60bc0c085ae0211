package dev.dormouse.connectors.files.mapping;

/**
 * Digests of 64 bits by 128-bit multiplication, in the manner of wyhash: two of a billion events collide with a chance of
 * 3 %, and then one of them is counted once too little.
 */
public final class Digest {

    private static final long SEED = 0xa0761d6478bd642fL;
    private static final long STEP = 0xe7037ed1a0b428dbL;

    private Digest() {}

    public static long of(CharSequence text) {
        long state = SEED ^ text.length();
        int i = 0;
        for (; i + 4 <= text.length(); i += 4) {
            long four = text.charAt(i)
                    | (long) text.charAt(i + 1) << 16
                    | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48;
            state = mix(state ^ four, STEP);
        }
        long rest = 0;
        for (; i < text.length(); i++) {
            rest = rest << 16 | text.charAt(i);
        }
        return mix(state ^ rest, STEP ^ text.length());
    }

    public static long of(char[] text, int offset, int length) {
        return of(java.nio.CharBuffer.wrap(text, offset, length));
    }

    public static long mix(long a, long b) {
        long x = a ^ SEED;
        long y = b ^ STEP;
        long mixed = Math.unsignedMultiplyHigh(x, y) ^ (x * y);
        // a factor of zero would forget the other one
        return mixed ^ Long.rotateLeft(a, 29) ^ b;
    }
}
