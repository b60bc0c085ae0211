package dev.dormouse.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call to a remote system, or the reading of a file, failed. The message is one line and says what failed, on which
 * ids or at which position, and what to do; it never holds a credential.
 */
public final class ConnectorException extends RuntimeException implements Coded {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Reaction reaction;

    public ConnectorException(ErrorCode code, Reaction reaction, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.reaction = reaction;
    }

    public ConnectorException(ErrorCode code, Reaction reaction, String message) {
        this(code, reaction, message, null);
    }

    @Override
    public ErrorCode code() {
        return code;
    }

    public Reaction reaction() {
        return reaction;
    }

    /** Never null: there is no such exception without a message. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
