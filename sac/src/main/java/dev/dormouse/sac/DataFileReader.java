package dev.dormouse.sac;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Position;
import dev.dormouse.spi.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a data file of the toolkit and finds everything that is wrong with it, not only the first. */
public final class DataFileReader {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** Where the parser says what was left open, it shows its own settings too. */
    private static final Pattern START =
            Pattern.compile("\\(start marker at \\[Source: .*; line: (\\d+), column: (\\d+)]\\)");

    private final String name;
    private final Faults faults = new Faults();

    private DataFileReader(String name) {
        this.name = name;
    }

    /** @throws SettingsException with file, line and column of every fault */
    public static DataFile read(Path file) {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            throw new SettingsException("there is no file " + file);
        }
        try {
            return read(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new SettingsException(Position.wholeFile(name) + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new SettingsException(
                    "the file " + file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** @throws SettingsException with file, line and column of every fault */
    public static DataFile read(String name, String text) {
        DataFileReader reader = new DataFileReader(name);
        List<Row> rows = reader.rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        reader.faults.throwIfAny();
        return new DataFile(name, rows);
    }

    private List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken start = parser.nextToken();
            if (start != JsonToken.START_ARRAY) {
                fault(
                        parser.currentTokenLocation(),
                        start == null ? "the file is empty" : "a data file is a list of rows: [ {...}, {...} ]");
                return rows;
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                row(parser, token, rows);
            }
            JsonToken beyond = parser.nextToken();
            if (beyond != null) {
                fault(parser.currentTokenLocation(), "the list of rows has ended before this");
            }
        } catch (JsonProcessingException broken) {
            fault(broken.getLocation(), "not valid JSON: " + reason(broken));
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot fail to be read", e);
        }
        return rows;
    }

    private void row(JsonParser parser, JsonToken token, List<Row> rows) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        if (token != JsonToken.START_OBJECT) {
            fault(at, "a row is an object with keys such as \"file_team\"");
            parser.skipChildren();
            return;
        }
        RowReader row = new RowReader(parser, this::fault);
        int before = faults.count();
        Fields fields = row.read();
        if (faults.count() == before) {
            rows.add(row.script() == Script.USERS ? UsersRow.of(fields) : TeamsRow.of(fields));
        }
    }

    /** @param at null where the parser gave up without a place, as it does with lists in lists without end */
    private void fault(@Nullable JsonLocation at, String message) {
        if (at == null) {
            faults.add(new Position(name, 1, 1), message);
            return;
        }
        faults.add(new Position(name, at.getLineNr(), Math.max(1, at.getColumnNr())), message);
    }

    private static String reason(JsonProcessingException broken) {
        String reason = START.matcher(broken.getOriginalMessage()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip())
                .replaceFirst("opened at $1:$2");
        return reason.length() > 160 ? reason.substring(0, 160) + "..." : reason;
    }
}
