package dev.dormouse.connectors.slack;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** What can go wrong with Slack. */
enum SlackErrorCode implements ErrorCode {
    UNREACHABLE(ErrorKind.EXTERNAL),
    RATE_LIMITED(ErrorKind.EXTERNAL),
    FORBIDDEN(ErrorKind.USER),
    NO_CHANNEL(ErrorKind.USER),
    REFUSED(ErrorKind.EXTERNAL),
    TOO_MUCH_HISTORY(ErrorKind.EXTERNAL);

    private final ErrorKind kind;

    SlackErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
