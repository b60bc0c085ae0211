package dev.dormouse.ledger;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** Why the ledger cannot be used. */
public enum LedgerErrorCode implements ErrorCode {
    /** There is no such file, or it cannot be opened. */
    CANNOT_OPEN(ErrorKind.USER),
    /** The file is something else. */
    NOT_A_LEDGER(ErrorKind.USER),
    DAMAGED(ErrorKind.RESOURCES),
    /** An earlier program wrote it, and it was opened for reading. */
    TOO_OLD(ErrorKind.USER),
    /** A later program wrote it. */
    TOO_NEW(ErrorKind.USER),
    /** Another process writes and does not come to an end. */
    IN_USE(ErrorKind.RESOURCES),
    /** The disk is full, failing, or not writable. */
    DISK(ErrorKind.RESOURCES),
    /** The journal and the head beside it contradict each other. */
    TAMPERED(ErrorKind.USER),
    DEFECT(ErrorKind.INTERNAL);

    private final ErrorKind kind;

    LedgerErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
