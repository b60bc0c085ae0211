package dev.dormouse.sac;

import java.util.List;

/** A data file that was read without a fault. */
public record DataFile(String name, List<Row> rows) {

    public DataFile {
        rows = List.copyOf(rows);
    }
}
