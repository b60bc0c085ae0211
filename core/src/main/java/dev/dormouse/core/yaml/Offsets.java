package dev.dormouse.core.yaml;

/** Turns the library's offsets, which count code points, into those of {@link String}. */
final class Offsets {

    private final String text;
    private final boolean narrow;

    Offsets(String text) {
        this.text = text;
        this.narrow = text.codePointCount(0, text.length()) == text.length();
    }

    int utf16(int codePoints) {
        int bounded = Math.min(codePoints, text.length());
        return narrow ? bounded : text.offsetByCodePoints(0, Math.min(bounded, text.codePointCount(0, text.length())));
    }
}
