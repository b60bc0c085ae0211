package dev.dormouse.connectors.github;

import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain settings without a file. */
record TestSettings(Map<String, String> values) implements Settings {

    @Override
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw fault(key, "is missing");
        }
        return value;
    }

    @Override
    public @Nullable String findText(String key) {
        return values.get(key);
    }

    @Override
    public List<String> texts(String key) {
        String value = values.get(key);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public int number(String key, int otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    @Override
    public Settings section(String key) {
        return new TestSettings(Map.of());
    }

    @Override
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    @Override
    public boolean has(String key) {
        return values.containsKey(key);
    }

    @Override
    public SettingsException fault(String key, String message) {
        return new SettingsException("dormouse.yaml:1:1: " + key + " " + message);
    }
}
