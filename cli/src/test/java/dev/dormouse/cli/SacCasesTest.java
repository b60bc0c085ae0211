package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dormouse.cli.Console.Ran;
import dev.dormouse.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the original scripts left in the teams, and every data file that the toolkit ships. */
class SacCasesTest {

    private static final String NOW = "2026-11-20T12:00:00Z";

    @Test
    void every_team_is_what_the_original_script_left() throws IOException {
        Map<String, List<String>> expected = expected(Shared.path("cases/sac/expected.json"));
        assertThat(expected).hasSize(13);
        Path exports = Shared.path("cases/sac/exports");
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String key : expected.keySet()) {
            Path file = dataFile(key.substring(0, key.indexOf(" #")));
            Ran ran = Console.run("sac", "scan", file.toString(), exports.toString(), "--now", NOW, "--output", "json");
            assertThat(ran.exit()).as(ran.err()).isZero();
            found.put(key, texts(ran.json().path("rows").path(0).path("members")));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void every_data_file_of_the_toolkit_runs_and_is_converted() throws IOException {
        String exports = Shared.path("cases/sac/exports").toString();
        int files = 0;
        for (Path file : dataFiles()) {
            Ran scan = Console.run("sac", "scan", file.toString(), exports, "--now", NOW, "--output", "json");
            Ran convert = Console.run("sac", "convert", file.toString());
            files++;
            if (file.getFileName().toString().equals("x665 sample - 39 - All samples 2 to 37.json")) {
                assertThat(scan.exit()).isEqualTo(2);
                assertThat(scan.err()).contains("All samples 2 to 37.json:403:2: ");
                assertThat(convert.exit()).isEqualTo(2);
                continue;
            }
            assertThat(scan.err()).as(file.toString()).doesNotContain("defect");
            assertThat(scan.out()).as(file + scan.err()).startsWith("{");
            assertThat(convert.exit()).as(file + convert.err()).isZero();
            assertThat(convert.out()).contains("workflow: ");
        }
        assertThat(files).isGreaterThan(100);
    }

    private static Path dataFile(String name) throws IOException {
        try (Stream<Path> all = Files.walk(Shared.path("inputs/sac-data-files/v0.8"))) {
            return all.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static List<Path> dataFiles() throws IOException {
        try (Stream<Path> all = Files.walk(Shared.path("inputs/sac-data-files"))) {
            return all.filter(path -> path.getFileName().toString().matches(".*\\b[x1]6(65|53)\\b.*\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, List<String>> expected(Path file) throws IOException {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        new JsonMapper()
                .readTree(Files.readString(file))
                .properties()
                .forEach(one -> expected.put(one.getKey(), texts(one.getValue().path("members"))));
        return expected;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
