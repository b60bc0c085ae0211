package dev.dormouse.spi;

/** A fault in the configuration. The message begins with file, line and column and says what to write instead. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
