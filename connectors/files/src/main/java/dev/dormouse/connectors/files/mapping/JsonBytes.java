package dev.dormouse.connectors.files.mapping;

/**
 * A text of JSON as bytes, and where in it things end. As strict as the parser is; what is not plain ends with an exception.
 * Behind the last byte stands a line end, which ends everything but white space, so that nobody need look for the end.
 */
public final class JsonBytes {

    static final JsonBytes NONE = new JsonBytes(new byte[] {'\n'}, 0);
    /** The parser refuses those of a thousand digits. */
    private static final int LONGEST_NUMBER = 300;

    /** Ends the reading of a record that is left to the parser. */
    static final class NotPlain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    private final byte[] bytes;
    private final int end;
    private int lineEnds;
    private int lastLineEnd;
    private boolean special;

    /** @param end behind the last byte; a line end must stand there */
    public JsonBytes(byte[] bytes, int end) {
        if (bytes[end] != '\n') {
            throw new IllegalArgumentException("no line end behind the text");
        }
        this.bytes = bytes;
        this.end = end;
    }

    byte[] bytes() {
        return bytes;
    }

    byte at(int at) {
        return bytes[at];
    }

    boolean is(int at, char c) {
        return bytes[at] == c;
    }

    /** Nothing but spaces, in what is ASCII without escapes. */
    boolean isBlank(int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] != ' ') {
                return false;
            }
        }
        return true;
    }

    /** The number there; -1 where there is anything but digits. At most eighteen. */
    long digits(int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** How many lines ended between values since {@link #beginRecord}. */
    public int lineEnds() {
        return lineEnds;
    }

    public int lastLineEnd() {
        return lastLineEnd;
    }

    void beginRecord() {
        lineEnds = 0;
    }

    /** The first place from there that is no white space. */
    int space(int from) {
        return bytes[from] > ' ' ? from : spaces(from);
    }

    private int spaces(int from) {
        for (int at = from; at < end; at++) {
            byte b = bytes[at];
            if (b == '\n') {
                lineEnds++;
                lastLineEnd = at;
            } else if (b != ' ' && b != '\t' && b != '\r') {
                return at;
            }
        }
        throw new NotPlain();
    }

    /** Over a colon and white space around it. */
    int colon(int from) {
        int at = space(from);
        if (bytes[at] != ':') {
            throw new NotPlain();
        }
        return space(at + 1);
    }

    int comma(int at) {
        if (bytes[at] != ',') {
            throw new NotPlain();
        }
        return at + 1;
    }

    /** From behind the opening quote to behind the closing one. */
    int text(int from) {
        byte[] text = bytes;
        special = false;
        int at = from;
        while (true) {
            byte b = text[at++];
            if (b == '"') {
                return at;
            }
            if (b < ' ' || b == '\\') {
                at = special(b, at);
            }
        }
    }

    /** The text that was passed last held ASCII and no escapes. */
    boolean wasPlain() {
        return !special;
    }

    private int special(byte b, int at) {
        special = true;
        if (b == '\\') {
            return escaped(at);
        }
        int more = (b & 0xE0) == 0xC0 ? 1 : (b & 0xF0) == 0xE0 ? 2 : (b & 0xF8) == 0xF0 ? 3 : 0;
        if (more == 0) {
            throw new NotPlain();
        }
        for (int i = at; i < at + more; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                throw new NotPlain();
            }
        }
        return at + more;
    }

    private int escaped(int at) {
        return switch (bytes[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> hexadecimal(at + 1);
            default -> throw new NotPlain();
        };
    }

    private int hexadecimal(int from) {
        for (int at = from; at < from + 4; at++) {
            if (Character.digit(bytes[at], 16) < 0) {
                throw new NotPlain();
            }
        }
        return from + 4;
    }

    /** Over {@code true}, {@code false} or {@code null}. */
    int literal(int at) {
        return switch (bytes[at]) {
            case 't' -> word(at, "true");
            case 'f' -> word(at, "false");
            default -> word(at, "null");
        };
    }

    private int word(int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                throw new NotPlain();
            }
        }
        return at + word.length();
    }

    int number(int from) {
        int at = bytes[from] == '-' ? from + 1 : from;
        at = bytes[at] == '0' ? at + 1 : digits(at);
        if (bytes[at] == '.') {
            at = digits(at + 1);
        }
        if (bytes[at] == 'e' || bytes[at] == 'E') {
            int sign = bytes[at + 1] == '+' || bytes[at + 1] == '-' ? 1 : 0;
            at = digits(at + 1 + sign);
        }
        if (at - from > LONGEST_NUMBER) {
            throw new NotPlain();
        }
        return at;
    }

    /** At least one. */
    private int digits(int from) {
        int at = from;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw new NotPlain();
        }
        return at;
    }

    /** Over any value. */
    int skip(int at, int levels) {
        if (levels <= 0) {
            throw new NotPlain();
        }
        return switch (bytes[at]) {
            case '"' -> text(at + 1);
            case '{' -> skipObject(at, levels);
            case '[' -> skipArray(at, levels);
            case 't', 'f', 'n' -> literal(at);
            default -> number(at);
        };
    }

    private int skipObject(int from, int levels) {
        int at = space(from + 1);
        if (bytes[at] == '}') {
            return at + 1;
        }
        while (true) {
            if (bytes[at] != '"') {
                throw new NotPlain();
            }
            at = space(skip(colon(text(at + 1)), levels - 1));
            if (bytes[at] == '}') {
                return at + 1;
            }
            at = space(comma(at));
        }
    }

    private int skipArray(int from, int levels) {
        int at = space(from + 1);
        if (bytes[at] == ']') {
            return at + 1;
        }
        while (true) {
            at = space(skip(at, levels - 1));
            if (bytes[at] == ']') {
                return at + 1;
            }
            at = space(comma(at));
        }
    }
}
