package dev.dormouse.testkit;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A vendor's OpenAPI 3.0 description, against which tests hold what a client really sent, and what a stand-in answered.
 * Thread-safe; loaded once per file and process, because such descriptions are large.
 */
public final class OpenApiContract {

    private static final Map<Path, OpenApiContract> LOADED = new ConcurrentHashMap<>();
    private static final String BASE = "https://contract.example/openapi.json";

    private final JsonMapper json = JsonMapper.shared();
    private final JsonNode document;
    private final SchemaRegistry registry;
    private final OpenApiPaths paths;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApiContract(String text) {
        document = json.readTree(text);
        registry =
                SchemaRegistry.withDialect(Dialects.getOpenApi30(), registry -> registry.schemas(Map.of(BASE, text)));
        paths = new OpenApiPaths(document.path("paths"));
    }

    /** The description in a JSON file. */
    public static OpenApiContract load(Path file) {
        return LOADED.computeIfAbsent(file.toAbsolutePath().normalize(), path -> {
            try {
                return new OpenApiContract(Files.readString(path));
            } catch (IOException e) {
                throw new UncheckedIOException("the API description " + path + " cannot be read", e);
            }
        });
    }

    /**
     * What is wrong with a request; empty where it keeps to the description.
     *
     * @param path decoded, without query and without the base path of the server
     * @param query decoded
     * @param body as sent; empty where there was none
     */
    public List<String> requestViolations(String method, String path, Map<String, String> query, String body) {
        String call = method + " " + path;
        OpenApiPaths.@Nullable Match match = paths.find(method, path);
        if (match == null) {
            return List.of(call + ": the description has no such operation");
        }
        List<String> violations = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String pointer : parameters(match)) {
            JsonNode parameter = document.at(pointer);
            String name = parameter.path("name").asString();
            String in = parameter.path("in").asString();
            if (in.equals("query")) {
                known.add(name);
                checkParameter(violations, call, pointer, query.get(name));
            } else if (in.equals("path")) {
                checkParameter(violations, call, pointer, match.variables().get(name));
            }
        }
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> violations.add(call + ": the description has no query parameter " + name));
        checkBody(violations, call, match, body);
        return violations;
    }

    /** What is wrong with an answer in JSON, and whether its status is described at all. */
    public List<String> responseViolations(String method, String path, int status, String body) {
        String call = method + " " + path + " -> " + status;
        OpenApiPaths.@Nullable Match match = paths.find(method, path);
        if (match == null) {
            return List.of(call + ": the description has no such operation");
        }
        String response = resolve(match.pointer() + "/responses/" + status);
        if (document.at(response).isMissingNode()) {
            return List.of(call + ": the description has no such status");
        }
        String content = response + "/content/application~1json/schema";
        if (document.at(content).isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of(call + ": the description has no body here");
        }
        List<String> violations = new ArrayList<>();
        checkJson(violations, call, content, body);
        return violations;
    }

    private List<String> parameters(OpenApiPaths.Match match) {
        List<String> pointers = new ArrayList<>();
        for (String owner : List.of(match.pathPointer(), match.pointer())) {
            int count = document.at(owner + "/parameters").size();
            for (int i = 0; i < count; i++) {
                pointers.add(resolve(owner + "/parameters/" + i));
            }
        }
        return pointers;
    }

    private void checkParameter(List<String> violations, String call, String pointer, @Nullable String value) {
        JsonNode parameter = document.at(pointer);
        String name = parameter.path("name").asString();
        if (value == null) {
            if (parameter.path("required").asBoolean(false)) {
                violations.add(call + ": the parameter " + name + " is required");
            }
            return;
        }
        String schema = resolve(pointer + "/schema");
        String type = document.at(schema).path("type").asString("string");
        JsonNode node = OpenApiValues.read(json, type, value);
        if (node == null) {
            violations.add(call + ": the parameter " + name + " must be of type " + type + ", not " + value);
            return;
        }
        validate(violations, call + ": the parameter " + name, schema, node);
    }

    private void checkBody(List<String> violations, String call, OpenApiPaths.Match match, String body) {
        String request = resolve(match.pointer() + "/requestBody");
        JsonNode described = document.at(request);
        if (body.isEmpty()) {
            if (described.path("required").asBoolean(false)) {
                violations.add(call + ": a body is required");
            }
            return;
        }
        if (described.isMissingNode()) {
            violations.add(call + ": the description has no body here");
            return;
        }
        checkJson(violations, call, request + "/content/application~1json/schema", body);
    }

    private void checkJson(List<String> violations, String call, String schema, String body) {
        try {
            validate(violations, call + ": the body", schema, json.readTree(body));
        } catch (JacksonException e) {
            violations.add(call + ": the body is no JSON: " + e.getOriginalMessage());
        }
    }

    private void validate(List<String> violations, String what, String schema, JsonNode node) {
        schemas.computeIfAbsent(schema, this::compile)
                .validate(node)
                .forEach(error -> violations.add(what + ": " + error.getInstanceLocation() + " " + error.getMessage()));
        unknownProperties(schema, node).forEach(name -> violations.add(what + " has an undescribed property " + name));
    }

    private Schema compile(String pointer) {
        return registry.getSchema(SchemaLocation.of(BASE + "#" + pointer));
    }

    /** Vendors leave {@code additionalProperties} open, so a misspelt name in a flat object is looked for here. */
    private List<String> unknownProperties(String schema, JsonNode node) {
        JsonNode properties = document.at(resolve(schema)).path("properties");
        if (!node.isObject() || !properties.isObject()) {
            return List.of();
        }
        return node.propertyNames().stream()
                .filter(name -> !properties.has(name))
                .sorted()
                .toList();
    }

    private String resolve(String pointer) {
        String at = pointer;
        for (JsonNode reference = document.at(at).path("$ref");
                reference.isString();
                reference = document.at(at).path("$ref")) {
            at = reference.asString().substring(1);
        }
        return at;
    }

    /** The verb as descriptions write it. */
    static String verb(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
