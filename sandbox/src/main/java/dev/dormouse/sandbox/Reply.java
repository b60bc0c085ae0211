package dev.dormouse.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered. */
public record Reply(int status, Map<String, String> headers, String body) {

    public static Reply json(int status, String json) {
        return new Reply(status, Map.of("Content-Type", "application/json; charset=utf-8"), json);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
