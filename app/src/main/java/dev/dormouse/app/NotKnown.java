package dev.dormouse.app;

/** What a condition asks cannot be told of a past instant; the message says why. */
final class NotKnown extends Exception {

    private static final long serialVersionUID = 1L;

    NotKnown(String reason) {
        super(reason);
    }
}
