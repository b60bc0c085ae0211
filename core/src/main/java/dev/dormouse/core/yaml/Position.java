package dev.dormouse.core.yaml;

/**
 * A place in a file.
 *
 * @param line counted from 1; 0 where the fault is about the whole file
 * @param column counted from 1
 */
public record Position(String file, int line, int column) {

    public static Position wholeFile(String file) {
        return new Position(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
