package dev.dormouse.spi;

/** Whether somebody came in, or did something. */
public enum ActivityKind {
    LOGIN,
    USE
}
