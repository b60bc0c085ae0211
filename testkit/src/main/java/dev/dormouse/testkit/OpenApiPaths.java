package dev.dormouse.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the operation that a path belongs to; a template with more fixed parts comes before one with fewer. */
final class OpenApiPaths {

    private final Map<Integer, List<Template>> bySize = new HashMap<>();

    OpenApiPaths(JsonNode paths) {
        for (String path : paths.propertyNames()) {
            List<String> parts = parts(path);
            bySize.computeIfAbsent(parts.size(), size -> new ArrayList<>())
                    .add(new Template(path, parts, paths.get(path)));
        }
        bySize.values().forEach(list -> list.sort((a, b) -> Integer.compare(b.fixed(), a.fixed())));
    }

    @Nullable
    Match find(String method, String path) {
        List<String> parts = parts(path);
        for (Template template : bySize.getOrDefault(parts.size(), List.of())) {
            Map<String, String> variables = template.match(parts);
            String verb = OpenApiContract.verb(method);
            if (variables != null && template.operations().has(verb)) {
                String pointer = "/paths/" + template.path().replace("~", "~0").replace("/", "~1");
                return new Match(pointer, pointer + "/" + verb, variables);
            }
        }
        return null;
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }

    /** An operation by its JSON pointers. */
    record Match(String pathPointer, String pointer, Map<String, String> variables) {}

    private record Template(String path, List<String> parts, JsonNode operations) {

        int fixed() {
            return (int) parts.stream().filter(part -> !part.startsWith("{")).count();
        }

        @Nullable
        Map<String, String> match(List<String> actual) {
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                if (part.startsWith("{") && part.endsWith("}") && !actual.get(i).isEmpty()) {
                    variables.put(part.substring(1, part.length() - 1), actual.get(i));
                } else if (!part.equals(actual.get(i))) {
                    return null;
                }
            }
            return variables;
        }
    }
}
