package dev.dormouse.testkit;

import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Settings from nested maps, for tests of connectors; faults carry the path of the key instead of line and column. */
public record MapSettings(String path, Map<String, ?> values) implements Settings {

    public static MapSettings of(Map<String, ?> values) {
        return new MapSettings("", values);
    }

    @Override
    public String text(String key) {
        String found = findText(key);
        if (found == null) {
            throw fault(key, "is missing");
        }
        return found;
    }

    @Override
    public @Nullable String findText(String key) {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof List) {
            throw fault(key, "must be a plain value");
        }
        return value == null ? null : value.toString();
    }

    @Override
    public List<String> texts(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        String single = findText(key);
        return single == null ? List.of() : List.of(single);
    }

    @Override
    public int number(String key, int otherwise) {
        String found = findText(key);
        try {
            return found == null ? otherwise : Integer.parseInt(found);
        } catch (NumberFormatException _) {
            throw fault(key, "must be a whole number");
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a test that writes a map with other keys fails where it reads them
    public Settings section(String key) {
        Object value = values.get(key);
        return new MapSettings(path + key + ".", value == null ? Map.of() : (Map<String, ?>) value);
    }

    @Override
    @SuppressWarnings("unchecked") // as in section
    public List<Settings> sections(String key) {
        Object value = values.get(key);
        List<?> all = value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
        return all.stream()
                .<Settings>map(one -> new MapSettings(path + key + ".", (Map<String, ?>) one))
                .toList();
    }

    @Override
    public boolean hasSections(String key) {
        Object value = values.get(key);
        return value instanceof Map || (value instanceof List<?> list && list.getFirst() instanceof Map);
    }

    @Override
    @SuppressWarnings("unchecked") // as in section
    public Settings document(String name, String text) {
        Object document = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text);
        return new MapSettings(name + ": ", (Map<String, ?>) document);
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
        return new SettingsException(path + key + " " + message);
    }
}
