package dev.dormouse.connectors.mail;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** What can go wrong with mail servers. */
enum MailErrorCode implements ErrorCode {
    UNREACHABLE(ErrorKind.EXTERNAL),
    FORBIDDEN(ErrorKind.USER),
    BAD_ADDRESS(ErrorKind.USER),
    NO_SUCH_RECIPIENT(ErrorKind.EXTERNAL),
    REFUSED(ErrorKind.EXTERNAL),
    LATER(ErrorKind.EXTERNAL),
    BOUNCES_UNREADABLE(ErrorKind.EXTERNAL);

    private final ErrorKind kind;

    MailErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
