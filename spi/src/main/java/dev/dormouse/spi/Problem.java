package dev.dormouse.spi;

/**
 * Something that could not be read, kept with its position.
 *
 * @param position {@code dormant.csv:17:3} (file, line, column; both counted from 1), or the id of a remote object
 * @param message what is wrong there, in one line
 */
public record Problem(String position, String message) {

    @Override
    public String toString() {
        return position + ": " + message;
    }
}
