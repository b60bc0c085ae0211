package dev.dormouse.core.workflow;

import dev.dormouse.core.yaml.Position;
import dev.dormouse.core.yaml.Yaml.Text;

/** Finds in the file what stands at a place of a value: quotes, escapes, folded lines and indentation lie in between. */
final class Quoted {

    private final Text text;
    private final String written;

    Quoted(Text text, String file) {
        this.text = text;
        this.written = file.substring(text.span().from(), Math.min(text.span().to(), file.length()));
    }

    /** Both count from 1, columns in code points. */
    Position position(int line, int column) {
        return positionOf(writtenAt(valueAt(line, column)));
    }

    private int valueAt(int line, int column) {
        String value = text.value();
        int start = 0;
        for (int passed = 1; passed < line; passed++) {
            start = value.indexOf('\n', start) + 1;
        }
        int points = Math.min(column - 1, value.codePointCount(start, value.length()));
        return value.offsetByCodePoints(start, points);
    }

    private int writtenAt(int place) {
        int from = beginning();
        for (int passed = 0; passed < place && from < written.length(); passed++) {
            from = after(from, text.value().charAt(passed));
        }
        return skipBlank(from, place < text.value().length() ? text.value().charAt(place) : 'x');
    }

    private int beginning() {
        char first = written.isEmpty() ? 'x' : written.charAt(0);
        return switch (first) {
            case '"', '\'' -> 1;
            case '|', '>' -> written.indexOf('\n') + 1;
            default -> 0;
        };
    }

    /** The place behind one character of the value. */
    private int after(int from, char value) {
        int at = skipBlank(from, value);
        if (at >= written.length()) {
            return at;
        }
        char found = written.charAt(at);
        if (found == value) {
            return found == '\'' && written.startsWith("''", at) && written.charAt(0) == '\'' ? at + 2 : at + 1;
        }
        if (Character.isWhitespace(found)) {
            return afterBlank(at);
        }
        return found == '\\' ? at + escape(at) : at + 1;
    }

    /** Indentation is no part of the value; a fold is one blank of it. */
    private int skipBlank(int from, char value) {
        return Character.isWhitespace(value) ? from : afterBlank(from);
    }

    private int afterBlank(int from) {
        int at = from;
        while (at < written.length() && Character.isWhitespace(written.charAt(at))) {
            at++;
        }
        return at;
    }

    private int escape(int at) {
        char kind = at + 1 < written.length() ? written.charAt(at + 1) : 'n';
        return switch (kind) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private Position positionOf(int place) {
        int line = text.at().line();
        int column = text.at().column();
        for (int at = 0; at < Math.min(place, written.length()); at++) {
            boolean feed = written.charAt(at) == '\n';
            line += feed ? 1 : 0;
            column = feed ? 1 : Character.isLowSurrogate(written.charAt(at)) ? column : column + 1;
        }
        return new Position(text.at().file(), line, column);
    }
}
