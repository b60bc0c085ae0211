package dev.dormouse.connectors.files;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** How the reading of files can fail. */
enum FilesErrorCode implements ErrorCode {
    /** A folder that is configured does not exist, or is no folder. */
    FILES_NO_FOLDER(ErrorKind.USER),
    /** No file has the configured name. */
    FILES_NOT_FOUND(ErrorKind.USER),
    /** The file is there but cannot be opened or read to its end. */
    FILES_NOT_READABLE(ErrorKind.EXTERNAL),
    /** The file holds nothing, where nothing cannot be true. */
    FILES_EMPTY(ErrorKind.USER),
    /** The file ends in the middle. */
    FILES_CUT_OFF(ErrorKind.USER),
    /** The file is not what the configuration says it is. */
    FILES_WRONG_FORMAT(ErrorKind.USER),
    /** The file is whole, but the export it came from was not. */
    FILES_INCOMPLETE(ErrorKind.USER);

    private final ErrorKind kind;

    FilesErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
