package dev.dormouse.core.yaml;

import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Items;
import dev.dormouse.core.yaml.Yaml.Span;
import dev.dormouse.core.yaml.Yaml.Text;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mapping key by key. What is wrong goes to the {@link Faults} and reading goes on with a value that stands in,
 * so that all faults of a document are found at once.
 */
public final class Keys {

    private final Entries entries;
    private final String where;
    private final Faults faults;
    private final Set<String> asked = new LinkedHashSet<>();

    private Keys(Entries entries, String where, Faults faults) {
        this.entries = entries;
        this.where = where;
        this.faults = faults;
    }

    /** @param where for messages, with its preposition: {@code in workflow leavers} */
    public static Keys of(Yaml node, String where, Faults faults) {
        if (node instanceof Entries entries) {
            return new Keys(entries, where, faults);
        }
        if (!node.isNothing()) {
            faults.add(node.at(), "expected a mapping (key: value) " + where + ", found " + node.kind());
        }
        return new Keys(new Entries(Map.of(), node.at(), new Span(0, 0)), where, faults);
    }

    public Position at() {
        return entries.at();
    }

    public Position at(String key) {
        return entries.at(key);
    }

    public String where() {
        return where;
    }

    public boolean has(String key) {
        asked.add(key);
        return entries.byKey().containsKey(key);
    }

    public @Nullable Yaml find(String key) {
        asked.add(key);
        return entries.find(key);
    }

    /** The mapping under the key; null where the key is absent. */
    public @Nullable Keys findKeys(String key, String place) {
        Yaml node = find(key);
        return node == null ? null : of(node, place, faults);
    }

    public @Nullable Text findText(String key) {
        Yaml node = find(key);
        return node == null ? null : text(key, node);
    }

    /** As {@link #findText}, with a fault where the key is absent. */
    public @Nullable Text text(String key) {
        if (!has(key)) {
            faults.add(entries.at(), "missing key '" + key + "' " + where);
        }
        return findText(key);
    }

    private @Nullable Text text(String key, Yaml node) {
        if (node instanceof Text text && !text.isNothing() && !text.value().isBlank()) {
            if (text.value().contains("${")) {
                faults.add(node.at(), "'" + key + "' " + where + ": variables are not replaced here; write the value");
            }
            return text;
        }
        String found = node instanceof Text
                ? "has no value; write one or remove the key"
                : "must be a text, not " + node.kind();
        faults.add(entries.at(key), "'" + key + "' " + where + " " + found);
        return null;
    }

    /** The texts of a list; a single text is a list of one; nothing is an empty list. */
    public List<Text> texts(String key) {
        Yaml node = find(key);
        if (node == null || node.isNothing()) {
            return List.of();
        }
        List<Yaml> values = node instanceof Items items ? items.values() : List.of(node);
        return values.stream()
                .map(value -> text(key, value))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The items of a list; nothing is an empty list. */
    public List<Yaml> items(String key) {
        Yaml node = find(key);
        if (node == null || node.isNothing()) {
            return List.of();
        }
        if (node instanceof Items items) {
            return items.values();
        }
        faults.add(entries.at(key), "'" + key + "' " + where + " must be a list, not " + node.kind());
        return List.of();
    }

    /** One of the words of the enum, in lower case with hyphens. */
    public <E extends Enum<E>> E word(String key, E otherwise) {
        Text text = findText(key);
        if (text == null) {
            return otherwise;
        }
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        for (E one : all) {
            if (word(one).equals(text.value())) {
                return one;
            }
        }
        List<String> words = Arrays.stream(all).map(Keys::word).toList();
        fault(key, "must be " + anyOf(words) + ", not " + Shown.value(text.value()));
        return otherwise;
    }

    /** True where the key says so; false where it is absent. */
    public boolean isTrue(String key) {
        Text text = findText(key);
        if (text != null && !Set.of("true", "false").contains(text.value())) {
            fault(key, "must be true or false, not " + Shown.value(text.value()));
        }
        return text != null && text.value().equals("true");
    }

    public void fault(String key, String message) {
        faults.add(entries.at(key), "'" + key + "' " + where + " " + message);
    }

    /** Reports the keys that nobody asked for. */
    public void refuseOthers() {
        entries.byKey().values().stream()
                .filter(entry -> !asked.contains(entry.key()))
                .forEach(entry -> faults.add(entry.at(), unknown(entry.key(), where, asked)));
    }

    public Set<String> names() {
        return entries.byKey().keySet();
    }

    /** The sentence about a key that means nothing. */
    public static String unknown(String key, String where, Set<String> known) {
        boolean glued = key.indexOf(':') > 0;
        return "unknown key " + Shown.key(key) + " " + where
                + (glued ? "; a space is missing behind the colon" : Nearest.hint(key, known));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String anyOf(List<String> words) {
        return words.size() == 2
                ? words.get(0) + " or " + words.get(1)
                : words.stream().collect(Collectors.joining(", ", "one of ", ""));
    }
}
