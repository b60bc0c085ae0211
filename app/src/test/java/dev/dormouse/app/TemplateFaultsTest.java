package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Removing;
import dev.dormouse.core.cases.CaseState.Reviewing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template that cannot be filled keeps its own notices back and nothing else. */
class TemplateFaultsTest {

    private static final String NO_VALUE = "no deadline\n\n{{deadlin}}\n";

    @TempDir
    Path folder;

    private Ministry ministry;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("templates"));
        ministry = new Ministry(folder, "2023-06-13T09:00:00Z");
        ministry.dormant("bob", "bob@email.example");
    }

    @AfterEach
    void close() {
        ministry.close();
    }

    private List<String> check() {
        try (Workspace workspace = ministry.site().open()) {
            return new ConfigurationCheck(workspace).faults();
        }
    }

    @Test
    void a_notice_that_cannot_be_written_is_not_announced_and_goes_out_when_it_can() {
        ministry.site().write("templates/announce.txt", NO_VALUE);
        assertThat(ministry.begin().count("announced")).isZero();
        assertThat(ministry.mails()).isEmpty();
        assertThat(ministry.only().state()).isEqualTo(Reviewing.stage(0));
        assertThat(ministry.site().warnings())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("workflow github-dormant-members could not tell about case 1; tried again at the"
                                + " next pass: template announce.txt: ")
                        .contains("deadlin"));

        ministry.site().write("templates/announce.txt", "by {{deadline}}\n\ngo\n");
        assertThat(ministry.day("2023-06-14T09:00:00Z").count("announced")).isEqualTo(1);
    }

    @Test
    void a_removal_whose_message_cannot_be_written_waits_at_it() {
        ministry.site().write("templates/removed.txt", "gone\n\nsince {{deadline}}\n");
        ministry.begin();
        ministry.day("2023-06-14T09:00:00Z");
        ministry.day("2023-07-14T09:00:00Z");
        assertThat(ministry.organisation().removals()).containsOnlyKeys("bob");
        assertThat(ministry.only().state()).isInstanceOf(Removing.class);

        ministry.site().write("templates/removed.txt", "gone\n\nfor good\n");
        ministry.day("2023-07-15T09:00:00Z");
        assertThat(ministry.mails(Ministry.REMOVED)).hasSize(1);
        assertThat(((Ended) ministry.only().state()).ending()).isEqualTo(Ending.REMOVED);
    }

    @Test
    void check_fills_every_template() {
        assertThat(check()).isEmpty();
        ministry.site().write("templates/removed.txt", "gone\n\nsince {{deadline}}\n");
        assertThat(check())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("dormouse.yaml:").contains("template removed.txt", "deadline"));
        ministry.site().write("templates/removed.txt", "gone\n").write("templates/announce.txt", NO_VALUE);
        assertThat(check()).singleElement().satisfies(line -> assertThat(line).contains("template announce.txt"));
    }
}
