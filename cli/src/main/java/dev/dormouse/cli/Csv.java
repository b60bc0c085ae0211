package dev.dormouse.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RFC 4180, with the names of the columns in the first line. */
final class Csv {

    private static final String END = "\r\n";

    private Csv() {}

    static void print(PrintWriter out, List<String> columns, List<? extends List<@Nullable String>> rows) {
        out.print(columns.stream().map(Csv::cell).collect(Collectors.joining(",", "", END)));
        for (List<@Nullable String> row : rows) {
            out.print(row.stream().map(Csv::cell).collect(Collectors.joining(",", "", END)));
        }
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean quote = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
