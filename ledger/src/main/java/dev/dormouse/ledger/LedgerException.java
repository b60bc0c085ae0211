package dev.dormouse.ledger;

import dev.dormouse.spi.Coded;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ledger cannot be used. The message is one line: the file, what is wrong with it, and what to do. */
public final class LedgerException extends RuntimeException implements Coded {

    private static final long serialVersionUID = 1L;

    private final LedgerErrorCode code;

    LedgerException(LedgerErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    LedgerException(LedgerErrorCode code, String message) {
        this(code, message, null);
    }

    @Override
    public LedgerErrorCode code() {
        return code;
    }

    /** Never null: there is no such exception without a message. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
