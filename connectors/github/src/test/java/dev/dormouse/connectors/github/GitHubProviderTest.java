package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.Action;
import dev.dormouse.spi.ActionDescription;
import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.spi.SettingsException;
import dev.dormouse.testkit.MapSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubProviderTest extends GitHubTestCase {

    @Test
    void it_is_found_by_its_type() {
        assertThat(ServiceLoader.load(ConnectorProvider.class))
                .extracting(ConnectorProvider::type)
                .contains("github");
    }

    @Test
    void two_settings_are_enough() {
        GitHubConfig config = GitHubConfig.read(MapSettings.of(Map.of("organization", "acme", "token", "ghp_1")));

        assertThat(config)
                .isEqualTo(new GitHubConfig(
                        "acme",
                        "ghp_1",
                        URI.create("https://api.github.com"),
                        true,
                        new GitHubConfig.AuditLogConfig("", 180, "all")));
        assertThat(config.toString()).isEqualTo("GitHubConfig[acme at https://api.github.com]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organization | acme/site | organization is not the login of a GitHub organisation",
                "token | two words | token is empty or holds blanks",
                "url | github.acme.example | url is no web address",
                "collaborators | maybe | collaborators must be true or false",
                "auditDays | 0 | auditDays must be 1 or more; GitHub keeps 180 days",
                "auditInclude | git | auditInclude must be all (with git events) or web",
            })
    void a_wrong_setting_is_named(String key, String value, String message) {
        Map<String, String> settings = new HashMap<>(Map.of("organization", "acme", "token", "ghp_1"));
        settings.put(key, value);

        assertThatThrownBy(() -> GitHubConfig.read(MapSettings.of(settings)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("two words");
    }

    @Test
    void every_action_tells_what_its_reader_needs() {
        assertThat(connector.actions()).extracting(Action::describe).allSatisfy(description -> {
            assertThat(description.name()).startsWith("github.remove");
            assertThat(description.example()).contains("do: " + description.name());
            assertThat(description.permission()).contains("admin:org");
            assertThat(description.effect()).isEqualTo(ActionDescription.Effect.DESTRUCTIVE);
            assertThat(description.repetition()).isEqualTo(ActionDescription.Repetition.ONCE);
        });
    }

    @Test
    void graphql_of_an_enterprise_server_lies_beside_its_rest_api() {
        GitHubConfig config = GitHubConfig.read(MapSettings.of(
                Map.of("organization", "acme", "token", "ghp_1", "url", "https://git.acme.example/api/v3/")));

        try (GitHubTransport transport = new GitHubTransport(config)) {
            assertThat(transport.at("/user")).isEqualTo(URI.create("https://git.acme.example/api/v3/user"));
            assertThat(transport.graphQl()).isEqualTo(URI.create("https://git.acme.example/api/graphql"));
        }
    }
}
