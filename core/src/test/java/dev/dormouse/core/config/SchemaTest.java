package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that editors use and the reader agree. */
class SchemaTest {

    private static final Schema SCHEMA = schema();

    @TempDir
    Path folder;

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(root().resolve("examples"))) {
            return files.filter(file -> file.endsWith(Configuration.FILE)).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_accepted_by_the_schema_and_by_the_reader(Path example) throws Exception {
        assertThat(errors(Files.readString(example))).isEmpty();
        Configuration read = ConfigurationReader.read(Objects.requireNonNull(example.getParent()), java.util.Map.of());
        assertThat(read.workflows()).isNotEmpty();
        assertThat(SchemaTest.class.getResource(
                        "/examples/" + root().resolve("examples").relativize(example)))
                .as("ships with the program")
                .isNotNull();
    }

    @Test
    void every_key_that_the_reader_knows_is_known_to_the_schema() {
        String full = Written.AROUND + "  - workflow: w\n    applications: [github/acme, github/data]\n"
                + WorkflowDocumentTest.FULL.stripTrailing().indent(4);
        assertThat(errors(full)).isEmpty();
        assertThat(
                        errors(
                                Written.AROUND
                                        + "  - flows/w.yaml\n  - {workflow: w, applications: a, select: {inactiveFor: 90d, sources: [b]}, review: none}\n"))
                .isEmpty();
        assertThat(errors(Written.AROUND
                        + "  - {workflow: w, applications: a, trigger: command, removal: [{do: a.b}]}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cooldown: 90d",
                "select: 90d",
                "select: {combine: latest}",
                "select: {inactiveFor: 3m}",
                "select: {inactiveFor: }",
                "select: {sources: {report: {verdict: active}}}",
                "select: {sources: {report: {as: candidates}}}",
                "select: {sources: {people: {verdict: dormant, inactiveFor: 90d}}}",
                "select: {sources: {report: {verdict: dormant, match: people}}}",
                "select: {inactiveFor: 90d, combine: newest}",
                "select: {sources: {people: {inactiveFor: 90d, optional: maybe}}}",
                "select: {inactiveFor: 90d, when: [x]}",
                "select: {inactiveFor: 90d}\nsubject: person",
                "select: {inactiveFor: 90d}\ntrigger: event",
                "select: {inactiveFor: 90d}\ntrigger: command",
                "select: {inactiveFor: 90d}\nexempt: {accounts: {login: x}}",
                "select: {inactiveFor: 90d}\nexempt: {until: {a: soon}}",
                "select: {inactiveFor: 90d}\nguard: {minCoverage: 80}",
                "select: {inactiveFor: 90d}\nguard: {maxRemoved: 100}",
                "select: {inactiveFor: 90d}\nreview: nobody",
                "select: {inactiveFor: 90d}\nreview: [{ask: owner}]",
                "select: {inactiveFor: 90d}\nremoval: [{do: remove}]",
                "select: {inactiveFor: 90d}\nremoval: [{do: a.b, onError: ignore}]",
                "select: {inactiveFor: 90d}\nreveiw: none"
            })
    void what_the_schema_refuses_the_reader_refuses_too(String lines) throws IOException {
        Written written = new Written(folder).workflow(lines);
        assertThat(errors(Files.readString(folder.resolve(Configuration.FILE)))).isNotEmpty();
        assertThat(written.faults()).isNotEmpty();
    }

    static List<Error> errors(String yaml) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        try {
            return SCHEMA.validate(new ObjectMapper().writeValueAsString(tree), InputFormat.JSON);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path root() {
        return Path.of(System.getProperty("dormouse.root", ".."));
    }

    private static Schema schema() {
        try (InputStream file = Objects.requireNonNull(SchemaTest.class.getResourceAsStream("/dormouse.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
