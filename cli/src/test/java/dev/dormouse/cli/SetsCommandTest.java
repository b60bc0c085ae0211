package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.cli.Console.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed about the set that a workflow keeps. */
class SetsCommandTest {

    private static final String SET = "the set file:dormant.txt: 8 come in (dormant-0, dormant-1, dormant-2, dormant-3,"
            + " dormant-4, dormant-5, dormant-6, dormant-7), 1 leave (left); 8 members";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Exports exports = new Exports(folder).write();
        String yaml = Exports.example();
        String around = yaml.substring(0, yaml.indexOf("\nworkflows:"));
        exports.configure(around + """

                workflows:
                  - workflow: listed
                    applications: [github/exports]
                    select: {inactiveFor: 90d, sources: [people-page, audit-log, auth0]}
                    exempt: {patterns: ["unlisted-*"]}
                    output: {set: "file:dormant.txt"}
                """);
        Files.writeString(folder.resolve("dormant.txt"), "left\n");
    }

    private Ran dormouse(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", folder.toString(), "--now", Exports.NOW.toString()));
        return Console.run(all.toArray(String[]::new));
    }

    @Test
    void scan_shows_what_would_change() {
        assertThat(dormouse("scan").out()).contains("listed: " + SET);
        JsonNode set = dormouse("scan", "--output", "json").json().path("sets").path(0);
        assertThat(set.path("workflow").asText()).isEqualTo("listed");
        assertThat(set.path("set").asText()).isEqualTo("file:dormant.txt");
        assertThat(set.path("added")).hasSize(8);
        assertThat(set.path("removed")).hasSize(1);
        assertThat(set.path("members")).hasSize(8);
        assertThat(set.path("obstacle").asText()).isEmpty();
    }

    @Test
    void run_shows_the_plan_and_then_what_was_changed() throws IOException {
        Ran planned = dormouse("run", "--output", "json");
        assertThat(planned.exit()).as(planned.err()).isZero();
        assertThat(note(planned))
                .isEqualTo("version 1 would change " + SET + "; nothing was done; go on with: dormouse approve listed");
        assertThat(dormouse("approve", "listed").out()).contains("The next run acts on it: dormouse run");
        assertThat(note(dormouse("run", "--output", "json"))).isEqualTo(SET);
        assertThat(Files.readAllLines(folder.resolve("dormant.txt"))).isEqualTo(Exports.logins("dormant"));
        assertThat(dormouse("journal", "verify").out()).startsWith("intact: ");
    }

    @Test
    void a_set_that_is_left_as_it_was_ends_with_the_code_for_unhealthy_sources() throws IOException {
        dormouse("run");
        dormouse("approve", "listed");
        Files.writeString(folder.resolve("auth0-users.json"), "");
        Ran left = dormouse("run", "--output", "json");
        assertThat(left.exit()).isEqualTo(Exit.UNHEALTHY);
        assertThat(note(left)).startsWith("the set file:dormant.txt is left as it was: auth0 of github/exports: ");
        assertThat(Files.readAllLines(folder.resolve("dormant.txt"))).containsExactly("left");
    }

    private static String note(Ran ran) {
        return ran.json().path(0).path("note").asText();
    }
}
