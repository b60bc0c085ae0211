package dev.dormouse.core.condition;

/** What a value of a condition is, with the class that carries it in Java. */
public enum Type {
    /** {@link Boolean}. */
    BOOL("bool"),
    /** {@link Long}, never beyond {@link Expression#LARGEST}. */
    INT("int"),
    /** {@link String}. */
    TEXT("string"),
    /** {@link java.time.Instant}, whole microseconds of the years 1 to 9999. */
    INSTANT("timestamp"),
    /** {@link java.time.Duration}, whole microseconds, at most 10,000 years. */
    LENGTH("duration"),
    /** The name of a {@link dev.dormouse.spi.AccountKind} as a {@link String}. */
    KIND("kind"),
    /** The name of a {@link dev.dormouse.spi.AccountState} as a {@link String}. */
    STATE("state");

    private final String written;

    Type(String written) {
        this.written = written;
    }

    /** As the author of a condition knows it. */
    @Override
    public String toString() {
        return written;
    }
}
