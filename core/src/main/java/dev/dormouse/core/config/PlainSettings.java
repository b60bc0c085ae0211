package dev.dormouse.core.config;

import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings without a file, for tests and for wiring. {@code templates.announce} is the key {@code announce} of the section
 * {@code templates}; the lines of a value are the items of a list.
 */
public final class PlainSettings implements Settings {

    private final Map<String, String> values;

    private PlainSettings(Map<String, String> values) {
        this.values = values;
    }

    public static Settings of(Map<String, String> values) {
        return new PlainSettings(new LinkedHashMap<>(values));
    }

    @Override
    public String text(String key) {
        String found = findText(key);
        if (found == null) {
            throw new SettingsException("missing key '" + key + "'");
        }
        return found;
    }

    @Override
    public @Nullable String findText(String key) {
        return values.get(key);
    }

    @Override
    public List<String> texts(String key) {
        String found = findText(key);
        return found == null ? List.of() : found.lines().toList();
    }

    @Override
    public int number(String key, int otherwise) {
        String found = findText(key);
        try {
            return found == null ? otherwise : Integer.parseInt(found);
        } catch (NumberFormatException e) {
            throw fault(key, "must be a whole number");
        }
    }

    @Override
    public Settings section(String key) {
        Map<String, String> section = new LinkedHashMap<>();
        String prefix = key + ".";
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                section.put(name.substring(prefix.length()), value);
            }
        });
        return new PlainSettings(section);
    }

    @Override
    public List<Settings> sections(String key) {
        return hasSections(key) ? List.of(section(key)) : List.of();
    }

    @Override
    public boolean hasSections(String key) {
        return values.keySet().stream().anyMatch(name -> name.startsWith(key + "."));
    }

    @Override
    public Settings document(String name, String text) {
        return SettingsDocument.read(name, text);
    }

    @Override
    public List<String> keys() {
        LinkedHashSet<String> keys = new LinkedHashSet<>();
        values.keySet().forEach(name -> keys.add(name.contains(".") ? name.substring(0, name.indexOf('.')) : name));
        return List.copyOf(keys);
    }

    @Override
    public boolean has(String key) {
        return keys().contains(key);
    }

    @Override
    public SettingsException fault(String key, String message) {
        return new SettingsException("'" + key + "' " + message);
    }

    /** The values may be secrets. */
    @Override
    public String toString() {
        return "settings " + keys();
    }
}
