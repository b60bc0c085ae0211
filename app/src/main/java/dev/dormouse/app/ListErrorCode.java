package dev.dormouse.app;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** How the keeping of lists can fail. */
enum ListErrorCode implements ErrorCode {
    LIST_NOT_READABLE(ErrorKind.USER),
    LIST_NOT_WRITABLE(ErrorKind.RESOURCES);

    private final ErrorKind kind;

    ListErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
