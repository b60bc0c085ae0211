package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlSettingsTest {

    private static final String SECRET = "ghp_s3cr3t";

    @TempDir
    Path folder;

    private Settings settings(String mapping, Map<String, String> environment) {
        Configuration read = new Written(folder)
                .yaml("applications:\n  github/acme:\n" + mapping.indent(4) + Written.SOURCES
                        + "workflows: [{workflow: w, applications: github/acme, select: {inactiveFor: 90d}}]\n")
                .read(environment);
        return Objects.requireNonNull(read.applications().getFirst().connector())
                .settings();
    }

    @Test
    void variables_are_replaced_when_the_value_is_asked_for() {
        Settings settings = settings(
                "connector: github\ntoken: \"${TOKEN}\"\nurl: https://${HOST:-api.github.com}/x\nraw: $${TOKEN}\nlist: ['${TOKEN}', b]",
                Map.of("TOKEN", SECRET, "HOST", ""));

        assertThat(settings.text("token")).isEqualTo(SECRET);
        assertThat(settings.text("url")).isEqualTo("https://api.github.com/x");
        assertThat(settings.text("raw")).isEqualTo("${TOKEN}");
        assertThat(settings.texts("list")).containsExactly(SECRET, "b");
        assertThat(settings).hasToString("settings in application github/acme");
    }

    @Test
    void a_missing_or_empty_variable_is_a_fault_of_the_key_that_needs_it() {
        Settings settings = settings("connector: github\ntoken: ${TOKEN}", Map.of("TOKEN", ""));

        assertThat(settings.has("token")).isTrue();
        assertThatThrownBy(() -> settings.text("token"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "dormouse.yaml:4:5: 'token' in application github/acme needs the environment variable TOKEN,"
                                + " which is not set or empty");
    }

    @Test
    void half_a_variable_is_a_fault_that_does_not_show_what_surrounds_it() {
        Settings settings = settings("connector: github\ntoken: \"" + SECRET + "${TOKEN\"", Map.of());

        assertThatThrownBy(() -> settings.text("token"))
                .hasMessage("dormouse.yaml:4:5: 'token' in application github/acme holds '${' that begins no variable;"
                        + " write ${NAME}, ${NAME:-default}, or $${ for the text itself");
    }

    @Test
    void no_message_repeats_a_value() {
        Settings settings = settings(
                "connector: github\nport: " + SECRET + "\nproxy: " + SECRET + "\ntoken: [" + SECRET + "]\nempty:\n",
                Map.of());

        assertThatThrownBy(() -> settings.number("port", 1))
                .hasMessage("dormouse.yaml:4:5: 'port' in application github/acme must be a whole number");
        assertThatThrownBy(() -> settings.section("proxy"))
                .hasMessage(
                        "dormouse.yaml:5:5: 'proxy' in application github/acme must be a mapping (key: value), not a text");
        assertThatThrownBy(() -> settings.text("token"))
                .hasMessage("dormouse.yaml:6:5: 'token' in application github/acme must be a text, not a list");
        assertThatThrownBy(() -> settings.text("empty"))
                .hasMessage(
                        "dormouse.yaml:7:5: 'empty' in application github/acme has no value; write one or remove the key");
        assertThatThrownBy(() -> settings.text("url"))
                .hasMessage("dormouse.yaml:3:5: missing key 'url' in application github/acme");
        assertThat(settings.fault("port", "is odd"))
                .hasMessage("dormouse.yaml:4:5: 'port' in application github/acme is odd");
    }

    @Test
    void a_secret_behind_a_colon_without_a_space_is_not_shown() {
        Configuration read = new Written(folder)
                .yaml("applications:\n  github/acme: {connector: github, token:" + SECRET + "}\n" + Written.SOURCES
                        + "workflows: [{workflow: w, applications: github/acme, select: {inactiveFor: 90d}}]\n")
                .read();
        Objects.requireNonNull(read.applications().getFirst().connector())
                .settings()
                .findText("token");

        assertThat(read.unknownKeys())
                .containsExactly("dormouse.yaml:2:36: unknown key 'token…' in application github/acme;"
                        + " a space is missing behind the colon");
    }

    @Test
    void texts_stay_as_they_are_written() {
        Settings settings = settings("connector: github\na: no\nb: 007\nc: 2027-03-01\nd: 1.0\ne: ''\n", Map.of());

        assertThat(settings.text("a")).isEqualTo("no");
        assertThat(settings.text("b")).isEqualTo("007");
        assertThat(settings.number("b", 1)).isEqualTo(7);
        assertThat(settings.text("c")).isEqualTo("2027-03-01");
        assertThat(settings.text("d")).isEqualTo("1.0");
        assertThat(settings.text("e")).isEmpty();
        assertThat(settings.text("f", "otherwise")).isEqualTo("otherwise");
        assertThat(settings.section("g").keys()).isEmpty();
    }

    @Test
    void plain_settings_behave_the_same_without_a_file() {
        Settings plain = PlainSettings.of(Map.of("a", "1\n2", "n", "7", "s.x", "y", "token", SECRET));

        assertThat(plain.texts("a")).containsExactly("1", "2");
        assertThat(plain.number("n", 0)).isEqualTo(7);
        assertThat(plain.section("s").text("x")).isEqualTo("y");
        assertThat(plain.has("s")).isTrue();
        assertThat(plain.toString()).doesNotContain(SECRET);
        assertThatThrownBy(() -> plain.text("z")).hasMessage("missing key 'z'");
        assertThatThrownBy(() -> plain.number("a", 0)).hasMessage("'a' must be a whole number");
    }
}
