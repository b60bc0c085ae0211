package dev.dormouse.engine;

/** Hears what the program is doing, for the reader who waits; and what went wrong without stopping it. */
public interface Progress {

    void doing(String line);

    void warn(String line);
}
