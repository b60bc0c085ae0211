package dev.dormouse.connectors.github;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** How a call to GitHub can fail. */
enum GitHubErrorCode implements ErrorCode {
    RATE_LIMITED(ErrorKind.EXTERNAL),
    /** No connection came about: GitHub has certainly not seen the request. */
    UNREACHABLE(ErrorKind.EXTERNAL),
    /** The connection broke after the request may have gone out: GitHub may have done it. */
    CONNECTION_LOST(ErrorKind.EXTERNAL),
    SERVER_ERROR(ErrorKind.EXTERNAL),
    UNREADABLE_ANSWER(ErrorKind.EXTERNAL),
    TOKEN_REFUSED(ErrorKind.USER),
    PERMISSION_MISSING(ErrorKind.USER),
    ORGANIZATION_NOT_FOUND(ErrorKind.USER),
    NOT_FOUND(ErrorKind.EXTERNAL),
    REFUSED(ErrorKind.EXTERNAL),
    /** GitHub said yes, or nothing, and reading again shows otherwise. */
    NOT_AS_ASKED(ErrorKind.EXTERNAL),
    NO_NUMERIC_ID(ErrorKind.INTERNAL);

    private final ErrorKind kind;

    GitHubErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
