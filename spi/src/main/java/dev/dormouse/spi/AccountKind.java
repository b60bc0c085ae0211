package dev.dormouse.spi;

/** What uses the account. */
public enum AccountKind {
    HUMAN,
    SERVICE,
    SYSTEM,
    BREAK_GLASS
}
