package dev.dormouse.sac;

/** What stands under a key of a data file. */
enum Type {
    TEXT("a text"),
    TRUTH("true or false"),
    NUMBER("a whole number from 0 on"),
    /** A list of {@code {"value": text}}. */
    VALUES("a list of {\"value\": text}");

    private final String words;

    Type(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
