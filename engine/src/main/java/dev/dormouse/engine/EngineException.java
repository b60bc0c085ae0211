package dev.dormouse.engine;

import java.util.Objects;

/** Something that the configuration promises is not there. The message is one line and says what to do. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }

    /** Never null: there is no such exception without a message. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
