package dev.dormouse.core.condition;

import java.util.List;
import java.util.stream.Collectors;

/** A text is no condition. */
public final class ConditionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    ConditionException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** At least one, in the order of the text. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that is wrong.
     *
     * @param line counted from 1
     * @param column counted from 1, in code points
     * @param message one line, without the position
     */
    public record Fault(int line, int column, String message) {

        @Override
        public String toString() {
            return line + ":" + column + ": " + message;
        }
    }
}
