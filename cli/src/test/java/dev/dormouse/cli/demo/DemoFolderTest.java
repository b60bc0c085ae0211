package dev.dormouse.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.app.UseCaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void a_folder_that_no_demo_made_is_left_as_it_is() throws IOException {
        Path theirs = Files.writeString(temporary.resolve("dormouse.yaml"), "theirs");

        assertThatThrownBy(() -> DemoFolder.prepare(temporary))
                .isInstanceOf(UseCaseException.class)
                .hasMessage(temporary
                        + " is there already and no demo made it; nothing was touched; name another with --folder");
        assertThat(temporary).isDirectoryContaining(theirs::equals);
        assertThat(theirs).hasContent("theirs");
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "theirs");

        assertThatThrownBy(() -> DemoFolder.prepare(file)).hasMessageContaining("is not a folder");
        assertThat(file).hasContent("theirs");
    }

    @Test
    void a_new_demo_replaces_what_an_earlier_one_wrote_and_nothing_else() throws IOException {
        Path path = temporary.resolve("demo");
        DemoFolder first = DemoFolder.prepare(path);
        Files.createDirectories(first.file(".dormouse"));
        Files.writeString(first.file(".dormouse").resolve("ledger.db"), "old");
        Files.writeString(first.file(DemoFolder.CONFIGURATION), "old");
        Path theirs = Files.writeString(first.file("notes.txt"), "theirs");

        DemoFolder.prepare(path);

        assertThat(first.file(".dormouse")).isEmptyDirectory();
        assertThat(first.file(DemoFolder.CONFIGURATION)).doesNotExist();
        assertThat(theirs).hasContent("theirs");
    }

    @Test
    void a_path_with_blanks_is_one_word_for_the_shell() throws IOException {
        DemoFolder folder = DemoFolder.prepare(temporary.resolve("it's a demo"));

        assertThat(folder.quoted()).isEqualTo("'" + temporary + "/it'\\''s a demo'");
    }
}
