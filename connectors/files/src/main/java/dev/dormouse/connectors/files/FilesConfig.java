package dev.dormouse.connectors.files;

import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which files, and how to read them.
 *
 * @param files patterns, each of which must find at least one file
 * @param account the field that names the account
 * @param asOf the instant whose state the files tell, where somebody has declared it
 */
record FilesConfig(
        Format format,
        List<String> files,
        String account,
        @Nullable Instant asOf) {

    FilesConfig {
        files = List.copyOf(files);
    }

    static FilesConfig of(Settings settings) {
        Format format = format(settings);
        List<String> files = settings.texts("files");
        if (files.isEmpty()) {
            throw settings.fault("files", "must name at least one file or pattern, for example export-*.json");
        }
        return new FilesConfig(format, files, account(settings, format), asOf(settings));
    }

    private static Format format(Settings settings) {
        String key = settings.text("format");
        Format format = Format.find(key);
        if (format == null) {
            String known = Format.all().stream().map(Format::key).collect(Collectors.joining(", "));
            throw settings.fault("format", "must be one of " + known + ", not " + key);
        }
        return format;
    }

    private static String account(Settings settings, Format format) {
        String account = settings.findText("account");
        String otherwise = format.defaultAccount();
        if (account != null && otherwise == null) {
            throw settings.fault(
                    "account", "the format " + format.key() + " names its accounts itself; remove this key");
        }
        return account != null ? account : otherwise == null ? "login" : otherwise;
    }

    private static @Nullable Instant asOf(Settings settings) throws SettingsException {
        String asOf = settings.findText("asOf");
        if (asOf == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(asOf).toInstant();
        } catch (DateTimeException e) {
            throw settings.fault("asOf", "write an instant such as 2024-06-19T12:00:00Z instead of " + asOf);
        }
    }
}
