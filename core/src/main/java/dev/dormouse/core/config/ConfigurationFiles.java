package dev.dormouse.core.config;

import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Position;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.YamlParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one YAML file. */
final class ConfigurationFiles {

    private static final long LONGEST = 8_000_000;

    private final Path folder;
    private final Map<String, String> given;
    private final Faults faults;

    /** @param given texts by name that stand for files which need not be there */
    ConfigurationFiles(Path folder, Map<String, String> given, Faults faults) {
        this.folder = folder;
        this.given = given;
        this.faults = faults;
    }

    /** @param namedAt where the name of the file stands; the fault is there when it cannot be opened */
    @Nullable
    File read(String name, Position namedAt) {
        String text = text(name, namedAt, LONGEST);
        if (text == null) {
            return null;
        }
        int before = faults.count();
        List<Yaml> documents = YamlParser.parse(name, text, faults);
        if (documents.size() == 1 && !documents.getFirst().isNothing()) {
            return new File(YamlParser.withoutByteOrderMark(text), documents.getFirst());
        }
        if (documents.size() > 1) {
            faults.add(documents.get(1).at(), "a second YAML document begins here; write one document a file");
        } else if (faults.count() == before) {
            faults.add(new Position(name, 1, 1), "the file is empty");
        }
        return null;
    }

    /** The whole text; null, with a fault, where it cannot be read. */
    @Nullable
    String text(String name, Position namedAt, long longest) {
        String known = given.get(name);
        if (known != null) {
            return known;
        }
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file)) {
                faults.add(namedAt, "there is no file " + file);
                return null;
            }
            if (Files.size(file) > longest) {
                faults.add(namedAt, "the file " + file + " is far too long for a configuration");
                return null;
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add(Position.wholeFile(name), "is not UTF-8 text");
            return null;
        } catch (IOException e) {
            faults.add(
                    namedAt,
                    "the file " + file + " cannot be read: " + e.getClass().getSimpleName());
            return null;
        }
    }

    record File(String text, Yaml root) {}
}
