package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.FileStore.StoredFile;
import dev.dormouse.testkit.MapSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileStoreTest {

    @TempDir
    private Path folder;

    private FileStore store;

    @BeforeEach
    void open() {
        store = new LocalFiles().open(MapSettings.of(Map.of("folder", folder.toString())));
    }

    private List<String> names(String pattern) {
        return store.find(pattern).stream().map(StoredFile::name).toList();
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }

    @Test
    void stars_and_question_marks_match_within_the_last_part_in_the_order_of_names() throws IOException {
        for (String name :
                List.of("b.json", "a.json", "a.json.bak", "ab.json", ".a.json", "sub/c.json", "x+(1).json")) {
            write(name);
        }
        Files.createDirectory(folder.resolve("folder.json"));
        assertThat(names("*.json")).containsExactly("a.json", "ab.json", "b.json", "x+(1).json");
        assertThat(names("?.json")).containsExactly("a.json", "b.json");
        assertThat(names(".*.json")).containsExactly(".a.json");
        assertThat(names("x+(1)*")).containsExactly("x+(1).json");
        assertThat(names("sub/*")).containsExactly("sub/c.json");
        assertThat(names("sub/c.json")).containsExactly("sub/c.json");
        assertThat(names(folder + "/b*")).containsExactly(folder + "/b.json");
        assertThat(names("c*")).isEmpty();
        assertThat(names("c.json")).isEmpty();
    }

    @Test
    void a_file_tells_its_size_and_time_and_can_be_opened_again() throws IOException {
        write("a.json");
        Instant modified = Instant.parse("2024-06-01T00:00:00Z");
        Files.setLastModifiedTime(folder.resolve("a.json"), FileTime.from(modified));
        StoredFile file = store.find("a.json").getFirst();
        assertThat(file.size()).isEqualTo(6);
        assertThat(file.modified()).isEqualTo(modified);
        for (int i = 0; i < 2; i++) {
            try (InputStream content = file.open()) {
                assertThat(content.readAllBytes()).asString().isEqualTo("a.json");
            }
        }
    }

    @Test
    void links_are_followed_and_a_link_to_nowhere_is_an_error() throws IOException {
        write("real/a.txt");
        Files.createSymbolicLink(folder.resolve("a.json"), folder.resolve("real/a.txt"));
        assertThat(store.find("*.json").getFirst().size()).isEqualTo(10);
        Files.createSymbolicLink(folder.resolve("b.json"), folder.resolve("nowhere"));
        for (String pattern : List.of("*.json", "b.json")) {
            assertThatThrownBy(() -> store.find(pattern))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageStartingWith("b.json: disappeared before it was read");
        }
    }

    @Test
    void a_folder_that_is_absent_or_none_is_named() throws IOException {
        write("a.json");
        for (String pattern : List.of("gone/*.json", "gone/a.json")) {
            assertThatThrownBy(() -> store.find(pattern))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessage(folder + "/gone: there is no such folder; create it or correct the path")
                    .extracting("code")
                    .isEqualTo(FilesErrorCode.FILES_NO_FOLDER);
        }
        assertThatThrownBy(() -> store.find("a.json/*.json"))
                .hasMessage(folder + "/a.json: is not a folder; correct the path");
    }

    @Test
    void a_folder_is_not_a_file_and_a_folder_is_not_a_pattern() throws IOException {
        Files.createDirectory(folder.resolve("exports"));
        assertThatThrownBy(() -> store.find("exports"))
                .hasMessage("exports: is a folder; name a file in it, for example exports/*.json");
        assertThatThrownBy(() -> store.find("exp*/a.json"))
                .hasMessage("exp*/a.json: only the last part of a path may hold * and ?; name the folder in full");
    }
}
