package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dormouse.cli.Console.Ran;
import dev.dormouse.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workflows that {@code sac convert} writes find the members that the original scripts left in the teams. */
class ConvertedCasesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> exports = Files.list(Shared.path("cases/sac/exports"))) {
            for (Path file : exports.toList()) {
                Files.copy(file, folder.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
    }

    @Test
    void every_team_is_what_the_original_script_left() throws IOException {
        Map<String, SortedSet<String>> expected = new TreeMap<>();
        Map<String, SortedSet<String>> found = new TreeMap<>();
        JsonNode cases = new JsonMapper().readTree(Files.readString(Shared.path("cases/sac/expected.json")));
        for (Map.Entry<String, JsonNode> one : cases.properties()) {
            expected.put(one.getKey(), texts(one.getValue().path("members")));
            found.put(
                    one.getKey(),
                    scan(dataFile(one.getKey().substring(0, one.getKey().indexOf(" #")))));
        }
        assertThat(expected).hasSize(13);
        assertThat(found).isEqualTo(expected);
    }

    private SortedSet<String> scan(Path dataFile) throws IOException {
        String converted = Console.run("sac", "convert", dataFile.toString()).out();
        Files.writeString(folder.resolve("converted.yaml"), converted.substring(converted.indexOf("---\n")));
        String example = Files.readString(
                Path.of(System.getProperty("dormouse.root", "..")).resolve("examples/sac-exports/dormouse.yaml"));
        Files.writeString(
                folder.resolve("dormouse.yaml"),
                example.substring(0, example.indexOf("\nworkflows:")) + "\nworkflows: [converted.yaml]\n");
        Ran scan = Console.run("scan", folder.toString(), "--now", "2026-11-20T12:00:00Z", "--output", "json");
        assertThat(scan.out()).as(dataFile + scan.err()).startsWith("{");
        JsonNode set = scan.json().path("sets").path(0);
        assertThat(set.path("obstacle").asText()).as(dataFile.toString()).isEmpty();
        return texts(set.path("members"));
    }

    private static Path dataFile(String name) throws IOException {
        try (Stream<Path> all = Files.walk(Shared.path("inputs/sac-data-files/v0.8"))) {
            return all.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static SortedSet<String> texts(JsonNode list) {
        SortedSet<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
