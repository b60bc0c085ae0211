package dev.dormouse.connectors.sac;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The records of a JSON file, one after the other, whatever stands around them: nothing, a list, the {@code Resources} of a
 * SCIM answer, the {@code d.results} of an OData answer, several such answers in a list or in a row.
 */
final class JsonExport {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final Set<String> LISTS = Set.of("Resources", "results", "value");

    private final Export export;
    private final JsonParser parser;
    private final Consumer<JsonRecord> sink;
    private long announced = -1;

    private JsonExport(Export export, JsonParser parser, Consumer<JsonRecord> sink) {
        this.export = export;
        this.parser = parser;
        this.sink = sink;
    }

    /** Returns how many records there are altogether, as the answer itself says; -1 where it does not. */
    static long read(Export export, InputStream content, Consumer<JsonRecord> sink) throws IOException {
        try (JsonParser parser = JSON.createParser(content)) {
            JsonExport json = new JsonExport(export, parser, sink);
            json.all();
            return json.announced;
        } catch (JsonProcessingException broken) {
            JsonLocation here = broken.getLocation();
            String reason =
                    broken.getOriginalMessage().lines().findFirst().orElse("").strip();
            throw export.wrong(
                    here == null ? 1 : here.getLineNr(),
                    here == null ? 1 : here.getColumnNr(),
                    "not valid JSON: " + reason);
        }
    }

    private void all() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw export.wrong(1, 1, "the file is empty");
        }
        for (; token != null; token = parser.nextToken()) {
            switch (token) {
                case START_ARRAY -> elements();
                case START_OBJECT -> object();
                default -> throw unexpected();
            }
        }
    }

    private void elements() throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            switch (token) {
                case START_ARRAY -> elements();
                case START_OBJECT -> object();
                default -> throw unexpected();
            }
        }
    }

    /** An answer around records, or a record. */
    private void object() throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        boolean around = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && LISTS.contains(name)) {
                around = true;
                elements();
            } else if (name.equals("d") && (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY)) {
                around = true;
                inner(token);
            } else {
                fields.put(name, value());
            }
        }
        // An answer that found nothing may leave its list out (RFC 7644, section 3.4.2).
        if (!around && !fields.containsKey("totalResults")) {
            sink.accept(new JsonRecord(export, start.getLineNr(), start.getColumnNr(), fields));
        } else if (fields.get("totalResults") instanceof Number total) {
            announced = Math.max(announced, total.longValue());
        }
    }

    private void inner(JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            elements();
            return;
        }
        object();
    }

    private @Nullable Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value());
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value());
                }
                yield elements;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> null;
        };
    }

    private RuntimeException unexpected() throws IOException {
        JsonLocation here = parser.currentTokenLocation();
        return export.wrong(
                here.getLineNr(), here.getColumnNr(), "here should be a record, and is " + parser.currentToken());
    }
}
