package dev.dormouse.connectors.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.testkit.MapSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class Auth0ConfigTest {

    @Test
    void the_provider_is_found_under_auth0() {
        assertThat(ServiceLoader.load(ConnectorProvider.class))
                .extracting(ConnectorProvider::type)
                .contains("auth0");
    }

    @Test
    void the_address_follows_from_the_domain() {
        assertThat(config(Map.of()).url()).isEqualTo("https://acme.eu.auth0.com");
    }

    @Test
    void a_domain_with_a_scheme_is_refused_with_an_example() {
        assertThatThrownBy(() -> config(Map.of("domain", "https://acme.eu.auth0.com/")))
                .hasMessage("domain is a name without https:// and path, for example acme.eu.auth0.com");
    }

    @Test
    void an_unknown_account_field_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> config(Map.of("account", "name")))
                .hasMessage("account must be one of nickname, email, user_id");
    }

    @Test
    void an_address_of_another_scheme_is_refused() {
        assertThatThrownBy(() -> config(Map.of("url", "ftp://acme"))).hasMessageStartingWith("url must be an http");
    }

    @Test
    void a_missing_secret_is_named() {
        assertThatThrownBy(() -> Auth0Config.from(MapSettings.of(Map.of("domain", "a.b", "clientId", "c"))))
                .hasMessage("clientSecret is missing");
    }

    private static Auth0Config config(Map<String, String> more) {
        Map<String, String> values =
                new HashMap<>(Map.of("domain", "acme.eu.auth0.com", "clientId", "c", "clientSecret", "s"));
        values.putAll(more);
        return Auth0Config.from(MapSettings.of(values));
    }
}
