package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.mapping.BuiltInMappings;
import dev.dormouse.connectors.files.mapping.Mapping;
import dev.dormouse.connectors.files.mapping.MappingReader;
import dev.dormouse.spi.FileStore.StoredFile;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mapping reads the files.
 *
 * @param chosen by somebody; null where the format is to be recognised among {@code known}
 * @param byEmail accounts are named by their e-mail address
 */
record LogConfig(@Nullable Mapping chosen, List<Mapping> known, boolean byEmail) {

    private static final int LARGEST = 1_000_000;

    LogConfig {
        known = List.copyOf(known);
    }

    static LogConfig of(Settings settings, Surroundings surroundings) {
        Mapping chosen = chosen(settings, surroundings);
        boolean byEmail = byEmail(settings);
        if (byEmail && chosen != null && !chosen.hasEmail()) {
            throw settings.fault(
                    "account", "cannot be email: the mapping " + chosen.name() + " knows no e-mail address");
        }
        ZoneId zone = MappingReader.zone(settings);
        List<Mapping> known = chosen == null ? BuiltInMappings.all(settings) : List.of();
        return new LogConfig(
                chosen == null ? null : adapted(chosen, byEmail, zone),
                known.stream().map(one -> adapted(one, byEmail, zone)).toList(),
                byEmail);
    }

    private static Mapping adapted(Mapping mapping, boolean byEmail, @Nullable ZoneId zone) {
        Mapping named = named(mapping, byEmail);
        return zone == null ? named : named.in(zone);
    }

    private static Mapping named(Mapping mapping, boolean byEmail) {
        return byEmail && mapping.hasEmail() ? mapping.byEmail() : mapping;
    }

    private static boolean byEmail(Settings settings) {
        return switch (settings.text("account", "account")) {
            case "account" -> false;
            case "email" -> true;
            default -> throw settings.fault("account", "must be account or email; the mapping says where they are");
        };
    }

    private static @Nullable Mapping chosen(Settings settings, Surroundings surroundings) {
        if (settings.hasSections("mapping")) {
            return MappingReader.read(settings.section("mapping"), "own");
        }
        String name = settings.findText("mapping");
        if (name == null) {
            return null;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return fromFile(settings, surroundings, name);
        }
        Mapping builtIn = BuiltInMappings.find(settings, name);
        if (builtIn == null) {
            throw settings.fault(
                    "mapping",
                    "must be one of " + String.join(", ", BuiltInMappings.NAMES) + ", or a file such as mine.yaml, not "
                            + name);
        }
        return builtIn;
    }

    private static Mapping fromFile(Settings settings, Surroundings surroundings, String name) {
        List<StoredFile> found = new ArrayList<>(surroundings.files().find(name));
        if (found.size() != 1) {
            throw settings.fault("mapping", "names a file that is not there: " + name);
        }
        try (InputStream in = found.getFirst().open()) {
            String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            return MappingReader.read(settings.document(name, text), file.substring(0, file.lastIndexOf('.')));
        } catch (IOException e) {
            throw FilesClient.notReadable(name, e);
        }
    }
}
