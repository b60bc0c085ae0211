package dev.dormouse.core.yaml;

import dev.dormouse.spi.SettingsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong, so that one look at a file shows everything. Not thread-safe. */
public final class Faults {

    /** More would only scroll the first ones out of sight. */
    private static final int SHOWN = 50;

    private final List<Fault> all = new ArrayList<>();

    public void add(Position at, String message) {
        all.add(new Fault(at, at + ": " + message));
    }

    /** Takes a fault whose message already begins with its position. */
    public void take(Position at, SettingsException fault) {
        String message = fault.getMessage();
        all.add(new Fault(at, message == null ? at + ": cannot be read" : message));
    }

    public int count() {
        return all.size();
    }

    /** @throws SettingsException with one line for each fault, in the order of the files, where there is any */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw exception();
        }
    }

    private SettingsException exception() {
        List<String> lines = all.stream()
                .sorted(Comparator.comparing((Fault fault) -> fault.at().file())
                        .thenComparingInt(fault -> fault.at().line())
                        .thenComparingInt(fault -> fault.at().column()))
                .map(Fault::line)
                .distinct()
                .toList();
        if (lines.size() <= SHOWN) {
            return new SettingsException(String.join("\n", lines));
        }
        return new SettingsException(
                String.join("\n", lines.subList(0, SHOWN)) + "\nand " + (lines.size() - SHOWN) + " more faults");
    }

    private record Fault(Position at, String line) {}
}
