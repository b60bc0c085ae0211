package dev.dormouse.spi;

/** Whose business an error is. */
public enum ErrorKind {
    /** Input or configuration of the user. */
    USER,
    /** A remote system. */
    EXTERNAL,
    /** A defect of Dormouse. */
    INTERNAL,
    /** Memory, disk, time. */
    RESOURCES
}
