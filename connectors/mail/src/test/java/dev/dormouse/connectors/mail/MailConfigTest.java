package dev.dormouse.connectors.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.ConnectorProvider;
import dev.dormouse.testkit.MapSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MailConfigTest {

    @Test
    void the_provider_is_found_under_smtp() {
        assertThat(ServiceLoader.load(ConnectorProvider.class))
                .extracting(ConnectorProvider::type)
                .contains("smtp");
    }

    @Test
    void starttls_is_required_unless_something_else_is_said() {
        MailServer server = config(Map.of()).server();
        assertThat(server.port()).isEqualTo(587);
        Properties properties = server.properties("smtp");
        assertThat(properties)
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                .containsEntry("mail.smtp.ssl.enable", "false");
    }

    @Test
    void tls_from_the_first_byte_has_its_own_ports() {
        MailConfig config = config(Map.of(
                "tls",
                "tls",
                "bounces",
                Map.of("host", "imap.acme.example", "user", "u", "password", "p", "tls", "tls")));
        assertThat(config.server().port()).isEqualTo(465);
        assertThat(config.server().properties("smtp")).containsEntry("mail.smtp.ssl.enable", "true");
        assertThat(config.bounces()).isNotNull().satisfies(mailbox -> {
            assertThat(mailbox.server().port()).isEqualTo(993);
            assertThat(mailbox.folder()).isEqualTo("INBOX");
        });
    }

    @Test
    void a_password_without_tls_is_refused_unless_it_stays_on_the_machine() {
        Map<String, String> login = Map.of("user", "u", "password", "p", "tls", "none");
        assertThatThrownBy(() -> config(login))
                .hasMessage("tls must be starttls or tls where there is a password, or it could be read on its way");
        Map<String, String> local = new HashMap<>(login);
        local.put("host", "localhost");
        assertThat(config(local).server().user()).isEqualTo("u");
    }

    @Test
    void half_a_login_is_refused() {
        assertThatThrownBy(() -> config(Map.of("user", "u")))
                .hasMessage("user needs both user and password, or neither");
    }

    @Test
    void an_unknown_kind_of_tls_is_refused() {
        assertThatThrownBy(() -> config(Map.of("tls", "ssl"))).hasMessage("tls must be one of none, starttls, tls");
    }

    @Test
    void addresses_that_are_none_are_refused() {
        assertThatThrownBy(() -> config(Map.of("from", "Dormouse")))
                .hasMessage("from must be one address, for example Dormouse <dormouse@acme.example>");
        assertThatThrownBy(() -> config(Map.of("replyTo", "a@b.example, c@d.example")))
                .hasMessageStartingWith("replyTo must be one address");
        assertThatThrownBy(() -> config(Map.of("from", "a@b.example\r\nBcc: c@d.example")))
                .hasMessageStartingWith("from must be one address");
    }

    @Test
    void a_bounce_mailbox_needs_a_login() {
        assertThatThrownBy(() -> config(Map.of("bounces", Map.of("host", "imap.acme.example"))))
                .hasMessage("bounces.user is missing; a mailbox cannot be read without user and password");
    }

    private static MailConfig config(Map<String, ?> more) {
        Map<String, Object> values =
                new HashMap<>(Map.of("host", "mail.acme.example", "from", "dormouse@acme.example"));
        values.putAll(more);
        return MailConfig.from(MapSettings.of(values));
    }
}
