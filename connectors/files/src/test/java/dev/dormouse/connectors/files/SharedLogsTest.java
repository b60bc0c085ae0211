package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.LogEntry.Unreadable;
import dev.dormouse.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every log that vendors and other projects gave is read, and what became of each record is printed. */
class SharedLogsTest {

    @Test
    void every_record_of_every_log_becomes_activity_or_something_else_or_is_told_to_be_unreadable() throws IOException {
        Path logs = Shared.path("inputs/logs");
        List<String> table = new ArrayList<>();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                table.add(row(logs.relativize(file).toString(), file));
            }
        }
        System.out.println(String.join("\n", table));
        assertThat(table).hasSize(54);
    }

    private static String row(String name, Path file) {
        try {
            Shown shown = Shown.of(file, Map.of());
            return name + " | " + shown.mapping + " | " + shown.summary.activity() + " | " + shown.summary.other()
                    + " | " + shown.summary.unreadable().size() + " | " + reasons(shown) + " | " + shown.reason;
        } catch (ConnectorException e) {
            return name + " | - | 0 | 0 | 1 | " + e.getMessage();
        }
    }

    private static String reasons(Shown shown) {
        return shown.summary.unreadable().stream()
                .collect(Collectors.groupingBy(Unreadable::reason, TreeMap::new, Collectors.counting()))
                .toString();
    }
}
