package dev.dormouse.sac;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.core.yaml.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads one row. Which script it is for shows only at its end, so the keys are judged then. */
final class RowReader {

    private final JsonParser parser;
    private final BiConsumer<JsonLocation, String> faults;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private Script script = Script.USERS;

    RowReader(JsonParser parser, BiConsumer<JsonLocation, String> faults) {
        this.parser = parser;
        this.faults = faults;
    }

    Script script() {
        return script;
    }

    /** Of the row on whose start the parser stands. */
    Fields read() throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            JsonLocation key = parser.currentTokenLocation();
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Found one = new Found(key, parser.currentTokenLocation(), value(token));
            if (found.putIfAbsent(name, one) != null) {
                faults.accept(key, "the key \"" + name + "\" is here a second time");
            }
        }
        script = Script.of(found.keySet());
        Map<String, Object> values = new HashMap<>();
        found.forEach((key, one) -> typed(key, one, values));
        for (String key : script.required()) {
            if (!found.containsKey(key)) {
                faults.accept(start, "the row lacks \"" + key + "\"");
            } else if (values.get(key) instanceof String text && text.isBlank()) {
                faults.accept(found.get(key).at(), "\"" + key + "\" must name a team");
            }
        }
        return new Fields(start.getLineNr(), values);
    }

    private void typed(String key, Found one, Map<String, Object> values) {
        Type type = script.keys().get(key);
        if (type == null) {
            faults.accept(
                    one.key(),
                    "unknown key \"" + key + "\""
                            + Nearest.hint(key, script.keys().keySet()));
            return;
        }
        Object value = one.value();
        boolean right = switch (type) {
            case TEXT -> value instanceof String;
            case TRUTH -> value instanceof Boolean;
            case NUMBER -> value instanceof Integer number && number >= 0;
            case VALUES -> value instanceof List<?>;
        };
        if (right && value != null) {
            values.put(key, value);
        } else if (!(value instanceof Faulty)) {
            faults.accept(one.at(), "\"" + key + "\" must be " + type + ", not " + shown(value));
        }
    }

    private @Nullable Object value(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.INT ? (Object) parser.getIntValue() : Shape.NUMBER;
            case VALUE_NUMBER_FLOAT -> Shape.NUMBER;
            case START_ARRAY -> list();
            case START_OBJECT -> {
                parser.skipChildren();
                yield Shape.OBJECT;
            }
            case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> null;
        };
    }

    private Object list() throws IOException {
        List<String> texts = new ArrayList<>();
        boolean faulty = false;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            JsonLocation at = parser.currentTokenLocation();
            String text = token == JsonToken.START_OBJECT ? element() : null;
            if (text == null) {
                parser.skipChildren();
                faults.accept(at, "an element of the list must be {\"value\": text}");
                faulty = true;
            } else {
                texts.add(text);
            }
        }
        return faulty ? new Faulty() : texts;
    }

    /** The text of {@code {"value": text}}; null for anything else, with the parser on its end. */
    private @Nullable String element() throws IOException {
        String text = null;
        boolean alone = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean value = parser.currentName().equals("value");
            JsonToken token = parser.nextToken();
            if (value && token == JsonToken.VALUE_STRING && text == null) {
                text = parser.getText();
            } else {
                alone = false;
                parser.skipChildren();
            }
        }
        return alone ? text : null;
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> text.length() > 40 ? "a long text" : "\"" + text + "\"";
            case Shape.NUMBER -> "a number with a fraction or too many digits";
            case Shape.OBJECT -> "an object";
            case List<?> list -> "a list";
            default -> value.toString();
        };
    }

    private record Found(
            JsonLocation key, JsonLocation at, @Nullable Object value) {}

    /** Was already complained about. */
    private record Faulty() {}

    private enum Shape {
        NUMBER,
        OBJECT
    }
}
