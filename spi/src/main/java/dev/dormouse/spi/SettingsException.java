package dev.dormouse.spi;

import java.util.Objects;

/** A fault in the configuration. The message begins with file, line and column and says what to write instead. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    /** Never null: there is no such exception without a message. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
