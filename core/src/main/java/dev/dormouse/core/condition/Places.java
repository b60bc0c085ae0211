package dev.dormouse.core.condition;

import dev.dormouse.core.condition.ConditionException.Fault;

/** Lines and columns of a text. Offsets count code points from 0, as CEL does. */
final class Places {

    private final int[] text;

    Places(String text) {
        this.text = text.codePoints().toArray();
    }

    /** Lines count from 1, columns from 0. */
    int offset(int line, int column) {
        int offset = 0;
        for (int passed = 1; passed < line && offset < text.length; offset++) {
            passed += text[offset] == '\n' ? 1 : 0;
        }
        return Math.min(offset + column, text.length);
    }

    /** CEL points at the bracket of a call; a reader looks for its name. */
    int startOfWord(int offset) {
        int start = offset;
        if (start < text.length && text[start] == '(') {
            while (start > 0 && isLetter(text[start - 1])) {
                start--;
            }
        }
        return start;
    }

    /** The beginning of a name with dots, from any place in it. */
    int startOfName(int offset) {
        int start = startOfWord(offset);
        while (start > 0 && start < text.length && (isLetter(text[start]) || text[start] == '.')) {
            if (!isLetter(text[start - 1]) && text[start - 1] != '.') {
                break;
            }
            start--;
        }
        return start;
    }

    private static boolean isLetter(int one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9') || one == '_';
    }

    String from(int offset) {
        return new String(text, offset, text.length - offset);
    }

    Fault fault(int offset, String message) {
        int line = 1;
        int column = 1;
        for (int place = 0; place < offset; place++) {
            column = text[place] == '\n' ? 1 : column + 1;
            line += text[place] == '\n' ? 1 : 0;
        }
        return new Fault(line, column, message);
    }
}
