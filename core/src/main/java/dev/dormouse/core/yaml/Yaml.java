package dev.dormouse.core.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A node of a document. */
public sealed interface Yaml {

    /** Where it begins. */
    Position at();

    /** For a sentence that says what was found: {@code a list}. */
    String kind();

    /** Where the written node lies in the text of its file, in UTF-16 units. */
    Span span();

    /** A key without a value, {@code ~} and {@code null} are nothing; a quoted empty text is a text. */
    default boolean isNothing() {
        return this instanceof Text text && text.style() == Style.PLAIN && Text.NOTHING.contains(text.value());
    }

    /** A plain value, as written. */
    record Text(String value, Style style, Position at, Span span) implements Yaml {

        static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        @Override
        public String kind() {
            return isNothing() ? "nothing" : "a text";
        }
    }

    /** A list. */
    record Items(List<Yaml> values, Position at, Span span) implements Yaml {

        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping, in the order of the file. */
    record Entries(Map<String, Entry> byKey, Position at, Span span) implements Yaml {

        public Entries {
            byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        public @Nullable Yaml find(String key) {
            Entry entry = byKey.get(key);
            return entry == null ? null : entry.value();
        }

        /** Where the key stands; where the mapping begins when there is no such key. */
        public Position at(String key) {
            Entry entry = byKey.get(key);
            return entry == null ? at : entry.at();
        }
    }

    /** One key with its value. */
    record Entry(String key, Position at, Yaml value) {}

    /** Whether the text was written without quotes. */
    enum Style {
        PLAIN,
        QUOTED
    }

    /** From the first character to the one after the last. */
    record Span(int from, int to) {}

    /**
     * The place of {@code removal[0].do} below the node, or of the nearest node above it that exists.
     */
    static Position locate(Yaml root, String path) {
        Matcher step = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]").matcher(path);
        Yaml node = root;
        Position at = root.at();
        while (step.find()) {
            Yaml next = null;
            if (step.group(1) != null && node instanceof Entries entries) {
                next = entries.find(step.group(1));
                at = next == null ? at : entries.at(step.group(1));
            } else if (step.group(2) != null && node instanceof Items items) {
                int index = Integer.parseInt(step.group(2));
                next = index < items.values().size() ? items.values().get(index) : null;
                at = next == null ? at : next.at();
            }
            if (next == null) {
                return at;
            }
            node = next;
        }
        return at;
    }
}
