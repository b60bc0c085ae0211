package dev.dormouse.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param path decoded, without query
 * @param query decoded; of a repeated name the last value
 * @param headers names in lower case
 * @param variables what the {@code {names}} of the route stood for
 */
public record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> variables,
        String body) {

    /** What a name of the route stands for. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    public String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    Request with(Map<String, String> routeVariables) {
        return new Request(method, path, query, headers, routeVariables, body);
    }
}
