package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.FileStoreProvider;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.SettingsException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FilesProviderTest {

    private static final String NOBODY = "created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator\n";

    private static Instant asOf(MemoryFiles files, Map<String, ?> settings) {
        return Feeds.read(files, "github-dormant-report", settings).feed().asOf();
    }

    private static MemoryFiles file(String name, String modified) {
        return new MemoryFiles().with(name, NOBODY.getBytes(StandardCharsets.UTF_8), Instant.parse(modified));
    }

    @Test
    void the_connector_and_the_local_files_are_found_by_their_words() {
        assertThat(ServiceLoader.load(ConnectorProvider.class))
                .extracting(ConnectorProvider::type)
                .contains("files");
        assertThat(ServiceLoader.load(FileStoreProvider.class))
                .extracting(FileStoreProvider::scheme)
                .contains("file");
    }

    @Test
    void every_format_has_a_key_of_its_own_a_description_and_a_connector_that_can_do_something() {
        assertThat(Format.all())
                .extracting(Format::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z0-9-]+"));
        for (Format format : Format.all()) {
            assertThat(Format.find(format.key())).isEqualTo(format);
            assertThat(format.description()).hasSizeGreaterThan(20).doesNotEndWith(".");
            assertThat(Feeds.connect(new MemoryFiles(), format.key(), Map.of()))
                    .isInstanceOfAny(ReportsActivity.class, ListsAccounts.class);
        }
    }

    @Test
    void faults_of_the_settings_name_their_key_and_say_what_to_write() {
        assertThatThrownBy(() -> Feeds.connect(new MemoryFiles(), "github-dormant", Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("format must be one of github-dormant-report, github-people-page, github-audit-log,"
                        + " auth0-users, github-members, log, not github-dormant");
        assertThatThrownBy(() -> Feeds.connect(new MemoryFiles(), "auth0-users", Map.of("files", List.of())))
                .hasMessage("files must name at least one file or pattern, for example export-*.json");
        assertThatThrownBy(() -> Feeds.connect(new MemoryFiles(), "github-members", Map.of("account", "name")))
                .hasMessageContaining("names its accounts itself");
        assertThatThrownBy(() -> Feeds.connect(new MemoryFiles(), "github-members", Map.of("asOf", "yesterday")))
                .hasMessage("asOf write an instant such as 2024-06-19T12:00:00Z instead of yesterday");
    }

    @Test
    void the_declared_instant_wins_then_the_name_then_the_time_of_the_file() {
        MemoryFiles named = file("export-acme-1718700000.csv", "2024-06-19T10:00:00Z");
        assertThat(asOf(named, Map.of("asOf", "2024-06-01T00:00:00+02:00"))).isEqualTo("2024-05-31T22:00:00Z");
        assertThat(asOf(named, Map.of())).isEqualTo(Instant.ofEpochSecond(1718700000));
        assertThat(asOf(file("a/export-acme-1718700000123.csv.gz", "2024-06-19T10:00:00Z"), Map.of()))
                .isEqualTo(Instant.ofEpochMilli(1718700000123L));
        assertThat(asOf(file("dormant.csv", "2024-06-19T10:00:00Z"), Map.of())).isEqualTo("2024-06-19T10:00:00Z");
    }

    @Test
    void a_number_in_a_name_that_cannot_be_its_time_is_not_taken_for_it() {
        for (String name : List.of(
                "export-acme-0123456789.csv",
                "export-acme-9999999999.csv",
                "export-acme-171870000.csv",
                "export-acme-17187000001.csv",
                "export-1718700000/dormant.csv")) {
            assertThat(asOf(file(name, "2024-06-18T10:00:00Z"), Map.of()))
                    .as(name)
                    .isEqualTo("2024-06-18T10:00:00Z");
        }
    }

    @Test
    void of_several_files_the_oldest_counts_and_never_a_time_later_than_now() {
        MemoryFiles files = file("b.csv", "2024-06-18T10:00:00Z")
                .with("a.csv", NOBODY.getBytes(StandardCharsets.UTF_8), Instant.parse("2024-06-17T10:00:00Z"))
                .with("c.csv", NOBODY.getBytes(StandardCharsets.UTF_8), Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(asOf(files, Map.of())).isEqualTo("2024-06-17T10:00:00Z");
        assertThat(asOf(file("c.csv", "2030-01-01T00:00:00Z"), Map.of())).isEqualTo(Feeds.NOW);
        assertThat(asOf(files, Map.of("asOf", "2030-01-01T00:00:00Z"))).isEqualTo(Feeds.NOW);
    }

    @Test
    void the_fingerprint_is_that_of_all_content_in_the_order_of_names() {
        String a = "[{\"login\":\"a\",\"last_active\":\"No activity\"}]";
        String b = "[{\"login\":\"b\",\"last_active\":\"No activity\"}]";
        String ab = fingerprint(new MemoryFiles().with("1.json", a).with("2.json", b));
        assertThat(ab)
                .hasSize(16)
                .isEqualTo(fingerprint(new MemoryFiles().with("y.json", b).with("x.json", a)));
        assertThat(ab)
                .isNotEqualTo(fingerprint(new MemoryFiles().with("1.json", b).with("2.json", a)));
        // A log may be empty; a People page may not.
        assertThat(Feeds.read("github-audit-log", "1.json", "[]").feed().fingerprint())
                .as("CRC-32 of []")
                .isEqualTo("000000000d4cbb29");
    }

    private static String fingerprint(MemoryFiles files) {
        return Feeds.read(files, "github-people-page").feed().fingerprint();
    }

    @Test
    void each_of_several_patterns_must_find_a_file_and_a_file_found_twice_is_read_once() {
        MemoryFiles files =
                new MemoryFiles().with("a.json", "[{\"nickname\":\"a\"}]").with("b.json", "[{\"nickname\":\"b\"}]");
        assertThat(Feeds.read(files, "auth0-users", Map.of("files", List.of("*.json", "b.json"))).sightings)
                .hasSize(2);
        assertThat(Feeds.read(files, "auth0-users", Map.of("files", List.of("*.json", "c.json")))
                        .failure())
                .hasMessageStartingWith("c.json: no such file; put the export there");
    }
}
