package dev.dormouse.spi;

/** An exception whose message is one line for a person, with a code that says whose business it is. */
public interface Coded {

    ErrorCode code();

    /** Says what failed, on which ids, and what to do. */
    String getMessage();
}
