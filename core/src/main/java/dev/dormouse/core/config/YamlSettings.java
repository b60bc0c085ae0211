package dev.dormouse.core.config;

import dev.dormouse.core.yaml.Position;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Items;
import dev.dormouse.core.yaml.Yaml.Span;
import dev.dormouse.core.yaml.Yaml.Text;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One mapping of a file. No message repeats a value: it may be a secret, also where it stands under the wrong key. */
final class YamlSettings implements Settings {

    private final Entries entries;
    private final String where;
    private final Variables variables;
    private final AskedKeys asked;

    /** @param where for messages, with its preposition: {@code in application github/acme} */
    YamlSettings(Entries entries, String where, Variables variables, AskedKeys asked) {
        this.entries = entries;
        this.where = where;
        this.variables = variables;
        this.asked = asked;
    }

    Entries entries() {
        return entries;
    }

    String where() {
        return where;
    }

    Position at() {
        return entries.at();
    }

    /** The reader knows the key; only what connectors ask for counts as a sign that they were made. */
    YamlSettings reserve(String... keys) {
        for (String key : keys) {
            asked.reserve(entries, key);
        }
        return this;
    }

    /** The same values, read without a trace: the reader's own questions are not those of a connector. */
    YamlSettings quietly() {
        return new YamlSettings(entries, where, variables, new AskedKeys());
    }

    @Override
    public String text(String key) {
        String found = findText(key);
        if (found == null) {
            throw new SettingsException(entries.at() + ": missing key '" + key + "' " + where);
        }
        return found;
    }

    @Override
    public @Nullable String findText(String key) {
        Yaml node = find(key);
        return node == null ? null : fill(key, node);
    }

    @Override
    public List<String> texts(String key) {
        Yaml node = find(key);
        if (node == null || node.isNothing()) {
            return List.of();
        }
        List<Yaml> values = node instanceof Items items ? items.values() : List.of(node);
        List<String> texts = new ArrayList<>();
        for (Yaml value : values) {
            texts.add(fill(key, value));
        }
        return texts;
    }

    @Override
    public int number(String key, int otherwise) {
        String text = findText(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw fault(key, "must be a whole number");
        }
    }

    @Override
    public YamlSettings section(String key) {
        Yaml node = find(key);
        if (node instanceof Entries section) {
            return new YamlSettings(section, "in " + key + " " + where, variables, asked);
        }
        if (node != null && !node.isNothing()) {
            throw fault(key, "must be a mapping (key: value), not " + node.kind());
        }
        Entries empty = new Entries(Map.of(), entries.at(key), new Span(0, 0));
        return new YamlSettings(empty, "in " + key + " " + where, variables, asked);
    }

    @Override
    public List<Settings> sections(String key) {
        Yaml node = find(key);
        if (node == null || node.isNothing()) {
            return List.of();
        }
        List<Settings> sections = new ArrayList<>();
        for (Yaml value : node instanceof Items items ? items.values() : List.of(node)) {
            if (!(value instanceof Entries section)) {
                throw fault(key, "must be a mapping (key: value) or a list of them, not " + value.kind());
            }
            sections.add(new YamlSettings(section, "in " + key + " " + where, variables, asked));
        }
        return sections;
    }

    @Override
    public boolean hasSections(String key) {
        Yaml node = find(key);
        return node instanceof Entries
                || (node instanceof Items items
                        && !items.values().isEmpty()
                        && items.values().getFirst() instanceof Entries);
    }

    @Override
    public Settings document(String name, String text) {
        return SettingsDocument.read(name, text);
    }

    @Override
    public List<String> keys() {
        return List.copyOf(entries.byKey().keySet());
    }

    @Override
    public boolean has(String key) {
        return find(key) != null;
    }

    @Override
    public SettingsException fault(String key, String message) {
        return new SettingsException(entries.at(key) + ": '" + key + "' " + where + " " + message);
    }

    private @Nullable Yaml find(String key) {
        asked.ask(entries, key);
        return entries.find(key);
    }

    private String fill(String key, Yaml node) {
        if (!(node instanceof Text text)) {
            throw fault(key, "must be a text, not " + node.kind());
        }
        if (text.isNothing()) {
            throw fault(key, "has no value; write one or remove the key");
        }
        Variables.Filled filled = variables.fill(text.value());
        if (filled.fault() != null) {
            throw fault(key, filled.fault());
        }
        return filled.text();
    }

    @Override
    public String toString() {
        return "settings " + where;
    }
}
