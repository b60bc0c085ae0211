package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.config.SourceConfig.Origin;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {

    private static final String SHORT = "select: {inactiveFor: 90d}\n";

    @TempDir
    Path folder;

    @Test
    void everything_that_the_file_names_is_read_without_a_single_variable_of_the_environment() {
        Configuration read = new Written(folder).workflow(SHORT).read();

        assertThat(read.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(read.data()).isEqualTo(folder.resolve(".dormouse"));
        assertThat(read.applications())
                .extracting(ApplicationConfig::name)
                .containsExactly("github/acme", "github/data", "files/x");
        assertThat(read.applications().getLast().connector()).isNull();
        assertThat(Objects.requireNonNull(read.applications().getLast().accounts())
                        .type())
                .isEqualTo("files");
        assertThat(read.channels()).extracting(ChannelConfig::to).containsExactly(List.of(), List.of("C1"));
        assertThat(read.section("s3").text("region")).isEqualTo("eu-west-2");
        assertThat(read.section("gs").keys()).isEmpty();
        assertThat(read.applications().getFirst().position()).hasToString("dormouse.yaml:3:3");
    }

    @Test
    void a_source_speaks_about_the_applications_it_names_or_about_all_it_can() {
        Configuration read = new Written(folder).workflow(SHORT).read();

        assertThat(read.sources().get(1).applications()).containsExactly("github/acme", "github/data", "files/x");
        assertThat(read.sources().get(2).origin()).isEqualTo(new Origin.FromApplications());
        assertThat(read.sources().get(2).applications()).containsExactly("github/acme", "github/data");
        assertThat(read.sources().get(3).applications()).containsExactly("github/acme");
    }

    @Test
    void zone_and_data_have_defaults_and_may_be_variables() {
        String rest = Written.APPLICATIONS + Written.SOURCES
                + "workflows: [{workflow: w, applications: files/x, select: {inactiveFor: 90d}}]\n";
        Configuration plain = new Written(folder).yaml(rest).read();
        assertThat(plain.zone()).isEqualTo(ZoneOffset.UTC);

        Written filled = new Written(folder).yaml("zone: ${ZONE:-Asia/Tokyo}\ndata: ${DATA}\n" + rest);
        Configuration read = filled.read(Map.of("DATA", "/var/lib/dormouse"));
        assertThat(read.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(read.data()).isEqualTo(Path.of("/var/lib/dormouse"));
        assertThat(filled.faults())
                .isEqualTo("dormouse.yaml:2:1: 'data' in dormouse.yaml needs the environment variable DATA,"
                        + " which is not set or empty");
    }

    @Test
    void a_source_declares_its_instant_and_how_much_of_it_may_be_unreadable() {
        SourceConfig source = new Written(folder)
                .yaml(Written.APPLICATIONS
                        + "sources:\n  people: {format: f, files: e.json, asOf: 2024-06-19T13:00:00+01:00, maxUnreadable: 1.5%}\n"
                        + "workflows: [{workflow: w, applications: files/x, select: {inactiveFor: 90d}}]\n")
                .read()
                .sources()
                .getFirst();

        assertThat(source.asOf()).isEqualTo(Instant.parse("2024-06-19T12:00:00Z"));
        assertThat(source.maxUnreadable()).isEqualTo(1.5);
    }

    @Test
    void a_workflow_may_lie_in_a_file_of_its_own_and_its_faults_name_that_file() {
        Written written = new Written(folder).yaml(Written.AROUND + "  - flows/w.yaml\n");
        assertThat(written.faults())
                .isEqualTo("dormouse.yaml:16:5: there is no file " + folder.resolve("flows/w.yaml"));

        written.file(
                "flows/w.yaml", "\uFEFFworkflow: w\r\napplications: [github/acme]\r\nselect: {inactiveFor: 90d}\r\n");
        assertThat(written.read().workflows().getFirst().name()).isEqualTo("w");

        written.file("flows/w.yaml", "workflow: w\napplications: [github/acme]\nselect: {inactiveFor: ninety}\n");
        assertThat(written.faults())
                .isEqualTo("flows/w.yaml:3:23: 'inactiveFor' in select of workflow w: 'ninety' is not a length of time;"
                        + " write for example 90d, 12h, 3 months, 1 year, P3M or PT72H");
    }

    @Test
    void all_faults_of_all_files_are_told_at_once_in_the_order_of_the_lines() {
        Written written = new Written(folder)
                .yaml(
                        Written.APPLICATIONS
                                + "sources:\n  people: {formt: x}\n"
                                + "workflows:\n  - workflow: w\n    applications: [files/y]\n    select: {inactivFor: 90d}\n    cooldown: soon\n");

        assertThat(written.faults().lines())
                .hasSizeGreaterThanOrEqualTo(5)
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(line -> line.substring(0, "dormouse.yaml:0:".length())))
                .anyMatch(line ->
                        line.contains("source people needs 'files', a 'connector', 'sql', or 'from: applications'"))
                .anyMatch(line -> line.contains(
                        "there is no application 'files/y', named in workflow w; did you mean 'files/x'?"))
                .anyMatch(line ->
                        line.contains("unknown key 'inactivFor' in select of workflow w; did you mean 'inactiveFor'?"))
                .anyMatch(line -> line.contains("'cooldown' in workflow w: 'soon' is not a length of time"));
    }

    @Test
    void keys_that_no_connector_asked_for_are_unknown_once_it_was_made() {
        Configuration read = new Written(folder).yaml("""
                        applications:
                          github/acme: {connector: github, tokn: x, proxy: {hots: h, port: 1}}
                          github/idle: {connector: github, whatever: x}
                        sources:
                          audit: {from: applications, maxUnreadable: 1}
                        s3: {regoin: eu}
                        workflows: [{workflow: w, applications: github/acme, select: {inactiveFor: 90d}}]
                        """).read();
        Settings settings = Objects.requireNonNull(
                        read.applications().getFirst().connector())
                .settings();
        settings.findText("token");
        settings.section("proxy").findText("host");
        settings.section("proxy").number("port", 0);
        read.section("s3").findText("region");

        assertThat(read.unknownKeys())
                .containsExactly(
                        "dormouse.yaml:6:6: unknown key 'regoin' in s3 in dormouse.yaml; did you mean 'region'?",
                        "dormouse.yaml:2:36: unknown key 'tokn' in application github/acme; did you mean 'token'?",
                        "dormouse.yaml:2:53: unknown key 'hots' in proxy in application github/acme; did you mean 'host'?");
    }

    @Test
    void a_section_of_the_file_that_nothing_asks_for_is_unknown() {
        Configuration read = new Written(folder).workflow(SHORT).read();
        assertThat(read.unknownKeys()).containsExactly("dormouse.yaml:14:1: unknown key 's3' in dormouse.yaml");
    }

    @Test
    void others_can_report_a_fault_at_its_place_in_a_workflow() {
        Configuration read = new Written(folder)
                .workflow(SHORT + "review: none\nremoval:\n  - {do: github.remove}\n  - do: github.evict\n")
                .read();

        assertThat(read.fault("w", "removal[1].do", "there is no action github.evict"))
                .hasMessage("dormouse.yaml:22:9: there is no action github.evict");
        assertThat(read.fault("w", "removal[7].do", "x")).hasMessage("dormouse.yaml:20:5: x");
        assertThat(read.fault("v", "removal", "x")).hasMessage("v: x");
    }

    @Test
    void a_folder_without_the_file_is_told_what_to_do() {
        assertThatThrownBy(() -> ConfigurationReader.read(folder, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("there is no dormouse.yaml in " + folder
                        + "; write one with: dormouse init, or name its folder with --config");
    }
}
