package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dormouse.spi.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A folder with a {@code dormouse.yaml}, and pieces to make one from. */
record Written(Path folder) {

    static final String APPLICATIONS =
            "applications:\n  files/x: {accounts: {format: github-members, files: m.json}}\n";
    static final String SOURCES = "sources:\n  people: {format: github-people-page, files: e.json}\n";

    /** Everything a workflow may refer to, in fifteen lines; the workflow begins on line 16. */
    static final String AROUND = """
            zone: Europe/London
            applications:
              github/acme: {connector: github, organization: acme, token: "${GITHUB_TOKEN}"}
              github/data: {connector: github, organization: data, token: "${GITHUB_TOKEN}"}
              files/x: {accounts: {format: github-members, files: m.json}}
            sources:
              report: {format: github-dormant-report, files: dormant.csv}
              people: {format: github-people-page, files: e.json}
              audit: {from: applications}
              auth0: {connector: auth0, domain: d, clientId: c, clientSecret: "${S}", applications: [github/acme]}
            channels:
              mail: {connector: mail, from: a@b.example}
              ops: {connector: slack, token: "${SLACK_TOKEN}", to: C1}
            s3: {region: eu-west-2}
            workflows:
            """;

    Written file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Written yaml(String text) {
        return file(Configuration.FILE, text);
    }

    /** The lines of one workflow, without its {@code - workflow: w} and {@code applications}. */
    Written workflow(String lines) {
        return yaml(AROUND + "  - workflow: w\n    applications: [github/acme, github/data]\n"
                + lines.stripTrailing().indent(4));
    }

    Configuration read() {
        return read(Map.of());
    }

    Configuration read(Map<String, String> environment) {
        return ConfigurationReader.read(folder, environment);
    }

    /** What the reader has to say. */
    String faults() {
        Throwable thrown = catchThrowable(this::read);
        assertThat(thrown).as("a fault").isInstanceOf(SettingsException.class);
        return Objects.requireNonNull(thrown.getMessage());
    }
}
