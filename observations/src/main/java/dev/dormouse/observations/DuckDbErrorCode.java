package dev.dormouse.observations;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** How the store of observations can fail. */
public enum DuckDbErrorCode implements ErrorCode {
    /** Another process has the file open. */
    IN_USE(ErrorKind.USER),
    /** The file cannot be opened: no permission, no disk, not a DuckDB file. */
    CANNOT_OPEN(ErrorKind.RESOURCES),
    /** The query of a source fails, or does not give what is needed. */
    QUERY(ErrorKind.USER),
    OUT_OF_MEMORY(ErrorKind.RESOURCES),
    /** A statement failed that should not. */
    STATEMENT(ErrorKind.INTERNAL);

    private final ErrorKind kind;

    DuckDbErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
