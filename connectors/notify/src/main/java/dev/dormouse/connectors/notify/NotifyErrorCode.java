package dev.dormouse.connectors.notify;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** What can go wrong with GOV.UK Notify. */
enum NotifyErrorCode implements ErrorCode {
    UNREACHABLE(ErrorKind.EXTERNAL),
    RATE_LIMITED(ErrorKind.EXTERNAL),
    FORBIDDEN(ErrorKind.USER),
    REFUSED(ErrorKind.USER),
    NOT_FOUND(ErrorKind.EXTERNAL),
    NO_TEMPLATE(ErrorKind.USER);

    private final ErrorKind kind;

    NotifyErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
