package dev.dormouse.connectors.s3;

import dev.dormouse.spi.ErrorCode;
import dev.dormouse.spi.ErrorKind;

/** How the reading of a bucket can fail. */
enum S3ErrorCode implements ErrorCode {
    /** The address is not {@code s3://bucket/key}. */
    S3_BAD_ADDRESS(ErrorKind.USER),
    S3_NO_BUCKET(ErrorKind.USER),
    /** The object disappeared, or was replaced, between listing and reading. */
    S3_CHANGED(ErrorKind.EXTERNAL),
    S3_FORBIDDEN(ErrorKind.USER),
    /** No credentials or no region are configured, and the surroundings offer none. */
    S3_NOT_CONFIGURED(ErrorKind.USER),
    S3_WRONG_REGION(ErrorKind.USER),
    /** No answer, or the answer that it cannot answer now. */
    S3_UNAVAILABLE(ErrorKind.EXTERNAL),
    S3_REFUSED(ErrorKind.EXTERNAL);

    private final ErrorKind kind;

    S3ErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
