package dev.dormouse.testkit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Reads the text of a parameter as the type that the description gives it. */
final class OpenApiValues {

    private OpenApiValues() {}

    /** The value; null where the text is not of that type. */
    @Nullable
    static JsonNode read(JsonMapper json, String type, String text) {
        return switch (type) {
            case "integer" ->
                text.matches("-?\\d{1,18}") ? json.getNodeFactory().numberNode(Long.parseLong(text)) : null;
            case "number" ->
                text.matches("-?\\d+(\\.\\d+)?") ? json.getNodeFactory().numberNode(Double.parseDouble(text)) : null;
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? json.getNodeFactory().booleanNode(text.equals("true"))
                        : null;
            case "array" -> list(json, text);
            default -> json.getNodeFactory().stringNode(text);
        };
    }

    private static JsonNode list(JsonMapper json, String text) {
        ArrayNode array = json.createArrayNode();
        for (String part : text.split(",", -1)) {
            array.add(part);
        }
        return array;
    }
}
