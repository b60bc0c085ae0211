package dev.dormouse.connectors.files.mapping;

import dev.dormouse.spi.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The mappings that come with the program, one resource each. */
public final class BuiltInMappings {

    /** Of two that fit equally well the earlier one is taken. */
    public static final List<String> NAMES = List.of(
            "github-audit",
            "okta",
            "okta-users",
            "google-reports",
            "google-users",
            "auth0",
            "auth0-users",
            "slack-audit",
            "entra",
            "microsoft365",
            "onepassword",
            "onepassword-events",
            "atlassian",
            "gitlab",
            "salesforce-login",
            "zoom",
            "box",
            "keycloak",
            "ocsf",
            "sac",
            "dropbox",
            "zendesk",
            "onelogin",
            "duo-admin",
            "duo-auth",
            "duo-activity",
            "snowflake",
            "notion",
            "asana",
            "csv-last-activity",
            "csv");

    private BuiltInMappings() {}

    /** @param settings of any kind: they know how to read a document */
    public static List<Mapping> all(Settings settings) {
        return NAMES.stream().map(name -> read(settings, name)).toList();
    }

    public static @Nullable Mapping find(Settings settings, String name) {
        return NAMES.contains(name) ? read(settings, name) : null;
    }

    private static Mapping read(Settings settings, String name) {
        try (InputStream in = BuiltInMappings.class.getResourceAsStream(name + ".yaml")) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return MappingReader.read(settings.document(name + ".yaml", text), name);
        } catch (IOException e) {
            throw new UncheckedIOException("the mapping " + name + " cannot be read", e);
        }
    }
}
