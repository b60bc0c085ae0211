package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each block of YAML in the reference is read: whole files as they are, pieces of a workflow inside one. */
class ReferenceTest {

    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void every_block_of_yaml_is_read_by_the_program_and_the_schema() throws IOException {
        List<String> blocks = blocks();
        assertThat(blocks).hasSizeGreaterThan(8);
        for (String block : blocks) {
            String whole = whole(block);
            new Written(folder)
                    .file("flows/leavers.yaml", LEAVERS)
                    .file("templates/followup.txt", "S\n")
                    .yaml(whole);
            assertThat(SchemaTest.errors(whole)).as(block).isEmpty();
            assertThat(new Written(folder).read().workflows()).as(block).isNotEmpty();
        }
    }

    private static final String LEAVERS =
            "workflow: leavers\napplications: [github/acme]\ntrigger: command\nremoval: [{do: github.remove}]\n";

    @Test
    void every_key_of_the_schema_is_in_the_reference() throws IOException {
        String reference = Files.readString(reference());
        JsonNode schema = new ObjectMapper().readTree(ReferenceTest.class.getResourceAsStream("/dormouse.schema.json"));
        TreeSet<String> keys = new TreeSet<>();
        schema.findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(keys::add));

        assertThat(keys).hasSizeGreaterThan(40).allMatch(key -> reference.contains("`" + key + "`"));
    }

    /** A block without applications is a part of a file, or of a workflow. */
    private static String whole(String block) {
        boolean file = block.startsWith("zone:") || block.startsWith("applications:");
        if (file) {
            return block.contains("workflows:")
                    ? block
                    : block
                            + "workflows:\n  - {workflow: w, applications: [github/acme], select: {inactiveFor: 90d}}\n";
        }
        String workflow =
                (block.contains("select:") || block.contains("trigger:") ? "" : "select: {inactiveFor: 90d}\n")
                        + (block.contains("removal:") || !block.contains("ifIgnored: remove")
                                ? ""
                                : "removal: [{do: github.remove}]\n")
                        + (block.contains("removal:") && !block.contains("review:") ? "review: none\n" : "")
                        + block;
        return """
                applications:
                  github/acme: {connector: github, organization: acme, token: "${GITHUB_TOKEN}"}
                sources:
                  people-page: {format: github-people-page, files: export-*.json}
                  audit-log: {from: applications}
                  dormant-report: {format: github-dormant-report, files: dormant.csv}
                  auth0: {format: auth0-users, files: auth0-users.json}
                channels:
                  people: {connector: notify, apiKey: "${NOTIFY_KEY}"}
                  ops: {connector: slack, token: "${SLACK_TOKEN}", to: C033QBE511V}
                workflows:
                """ + (block.contains("trigger: command") ? "" : "  - flows/leavers.yaml\n")
                + "  - workflow: w\n    applications: [github/acme]\n"
                + workflow.indent(4);
    }

    private static List<String> blocks() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(Files.readString(reference()));
        while (found.find()) {
            blocks.add(found.group(1));
        }
        return blocks;
    }

    private static Path reference() {
        return SchemaTest.root().resolve("docs/configuration.md");
    }
}
