package dev.dormouse.app;

import java.util.Objects;

/** What was asked for cannot be done as asked. The message is one line for the person who asked, and says what to do. */
public final class UseCaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UseCaseException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
