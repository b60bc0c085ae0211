package dev.dormouse.connectors.auth0;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** What can go wrong with Auth0. */
enum Auth0ErrorCode implements ErrorCode {
    UNREACHABLE(ErrorKind.EXTERNAL),
    RATE_LIMITED(ErrorKind.EXTERNAL),
    FORBIDDEN(ErrorKind.USER),
    REFUSED(ErrorKind.EXTERNAL),
    UNREADABLE(ErrorKind.EXTERNAL),
    INCOMPLETE(ErrorKind.EXTERNAL);

    private final ErrorKind kind;

    Auth0ErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
