package dev.dormouse.observations;

import dev.dormouse.spi.Coded;
import java.sql.SQLException;
import java.util.Objects;

/** The store of observations failed. The message is one line and says what to do. */
public final class ObservationsException extends RuntimeException implements Coded {

    private static final long serialVersionUID = 1L;

    private final DuckDbErrorCode code;

    ObservationsException(DuckDbErrorCode code, String message, SQLException cause) {
        super(message, cause);
        this.code = code;
    }

    static ObservationsException failed(String what, SQLException cause) {
        String told = firstLine(cause);
        return told.contains("Out of Memory")
                ? new ObservationsException(
                        DuckDbErrorCode.OUT_OF_MEMORY,
                        what + " needs more memory or disk than there is: " + told,
                        cause)
                : new ObservationsException(DuckDbErrorCode.STATEMENT, what + " failed: " + told, cause);
    }

    /** The query of a source is the words of whoever wrote the configuration. */
    static ObservationsException query(String source, SQLException cause) {
        return new ObservationsException(
                DuckDbErrorCode.QUERY,
                "the sql of source " + source + " failed: " + firstLine(cause)
                        + "; it must give the columns account (text), instant (timestamp) and kind (LOGIN, USE or"
                        + " MACHINE)",
                cause);
    }

    static String firstLine(SQLException failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.toString()
                : message.lines().findFirst().orElse("");
    }

    @Override
    public DuckDbErrorCode code() {
        return code;
    }

    /** Never null: there is no such exception without a message. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
