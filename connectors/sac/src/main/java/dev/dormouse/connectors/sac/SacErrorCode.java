package dev.dormouse.connectors.sac;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** How the reading of the exports can fail. */
enum SacErrorCode implements ErrorCode {
    /** No file has the configured name. */
    SAC_NOT_FOUND(ErrorKind.USER),
    /** The file is there but cannot be opened or read to its end. */
    SAC_NOT_READABLE(ErrorKind.EXTERNAL),
    /** The file is not what the configuration says it is, or ends in the middle. */
    SAC_WRONG_FORMAT(ErrorKind.USER),
    /** The files are whole, but there are fewer records than the product says there are. */
    SAC_INCOMPLETE(ErrorKind.USER);

    private final ErrorKind kind;

    SacErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
