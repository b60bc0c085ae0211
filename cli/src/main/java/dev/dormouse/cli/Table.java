package dev.dormouse.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns for the eye, as wide as their widest cell; the last one is not padded. */
final class Table {

    private Table() {}

    static void print(PrintWriter out, List<String> columns, List<? extends List<@Nullable String>> rows) {
        int[] widths = columns.stream().mapToInt(String::length).toArray();
        for (List<@Nullable String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], cell(row, i).length());
            }
        }
        line(out, columns, widths);
        for (List<@Nullable String> row : rows) {
            line(out, row, widths);
        }
    }

    private static void line(PrintWriter out, List<? extends @Nullable String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cell(row, i);
            line.append(cell);
            if (i < widths.length - 1) {
                line.repeat(' ', widths[i] - cell.length() + 2);
            }
        }
        out.println(line.toString().stripTrailing());
    }

    private static String cell(List<? extends @Nullable String> row, int index) {
        String value = row.get(index);
        return value == null ? "-" : value;
    }
}
