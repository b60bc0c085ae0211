package dev.dormouse.sac;

import java.util.List;
import java.util.Map;

/** The values of one row, each of the type that its key asks for. */
record Fields(int line, Map<String, Object> values) {

    boolean truth(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** @param otherwise what the toolkit takes where the key is missing */
    int number(String key, int otherwise) {
        return values.get(key) instanceof Integer number ? number : otherwise;
    }

    String text(String key, String otherwise) {
        return values.get(key) instanceof String text ? text : otherwise;
    }

    List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String.class::cast).distinct().toList()
                : List.of();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }
}
