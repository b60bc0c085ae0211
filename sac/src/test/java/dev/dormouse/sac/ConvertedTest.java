package dev.dormouse.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.config.ConfigurationReader;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.SettingsException;
import dev.dormouse.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the conversion writes, the program reads. */
class ConvertedTest {

    private static final String AROUND = """
            applications:
              sac/exports: {connector: sac, users: users.json, teams: teams.json}
            sources:
              activity-log: {connector: sac, activities: activities.csv}
              content: {connector: sac, content: content.json}
            workflows:
            """;

    @TempDir
    Path folder;

    @Test
    void every_document_of_every_data_file_of_the_toolkit_is_read_without_a_fault() throws IOException {
        int documents = 0;
        for (Path file : dataFiles()) {
            DataFile read;
            try {
                read = DataFileReader.read(file.getFileName().toString(), Files.readString(file));
            } catch (SettingsException refused) {
                // Two of the files are no JSON; that they are refused is tested elsewhere.
                continue;
            }
            List<String> texts = documents(WorkflowText.of(read));
            if (!texts.isEmpty()) {
                List<Workflow> workflows = read(file, texts);
                assertThat(workflows)
                        .hasSameSizeAs(texts)
                        .allSatisfy(one -> assertThat(one.output()).isNotNull());
                documents += texts.size();
            }
        }
        assertThat(documents).isGreaterThan(100);
    }

    private List<Workflow> read(Path file, List<String> texts) throws IOException {
        StringBuilder yaml = new StringBuilder(AROUND);
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(folder.resolve("w" + i + ".yaml"), texts.get(i));
            yaml.append("  - w").append(i).append(".yaml\n");
        }
        Files.writeString(folder.resolve(Configuration.FILE), yaml);
        assertThatCode(() -> ConfigurationReader.read(folder, Map.of()))
                .as(file.toString())
                .doesNotThrowAnyException();
        return ConfigurationReader.read(folder, Map.of()).workflows();
    }

    private static List<String> documents(String converted) {
        List<String> documents = new ArrayList<>();
        for (String text : converted.split("(?m)^---$", -1)) {
            if (text.contains("\nworkflow: ")) {
                documents.add(text);
            }
        }
        return documents;
    }

    private static List<Path> dataFiles() throws IOException {
        try (Stream<Path> all = Files.walk(Shared.path("inputs/sac-data-files"))) {
            return all.filter(path -> path.getFileName().toString().matches(".*\\b[x1]6(65|53)\\b.*\\.json"))
                    .sorted()
                    .toList();
        }
    }
}
