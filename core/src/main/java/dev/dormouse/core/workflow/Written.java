package dev.dormouse.core.workflow;

import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Span;
import dev.dormouse.core.yaml.Yaml.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text that is kept with a version: the document as written and, as a second YAML document, what the configuration
 * around it said at the time. A running case must be read years later as it was opened, whatever the configuration says then.
 */
final class Written {

    private Written() {}

    static String text(String file, Entries root, Names names) {
        return own(file, root.span(), root.at().column() - 1) + "\n---\n" + around(names);
    }

    private static String own(String file, Span span, int indent) {
        String[] lines = file.substring(span.from(), span.to()).stripTrailing().split("\n", -1);
        StringBuilder text = new StringBuilder(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            int spaces = 0;
            while (spaces < indent && spaces < lines[i].length() && lines[i].charAt(spaces) == ' ') {
                spaces++;
            }
            text.append('\n').append(lines[i].substring(spaces));
        }
        return text.toString();
    }

    private static String around(Names names) {
        StringBuilder text = new StringBuilder("# What the configuration said when this version was made.\n");
        text.append("zone: ").append(quoted(names.zone().getId()));
        text.append("\napplications: ").append(list(names.applications()));
        text.append("\nsources:");
        if (names.sources().isEmpty()) {
            text.append(" {}");
        }
        names.sources()
                .forEach((source, applications) ->
                        text.append("\n  ").append(quoted(source)).append(": ").append(list(applications)));
        text.append("\nchannels: ").append(list(names.channels()));
        text.append("\naddressed: ").append(list(names.addressed()));
        return text.append("\ntemplates: ")
                .append(list(names.templates()))
                .append('\n')
                .toString();
    }

    private static String list(Iterable<String> values) {
        List<String> quoted = new ArrayList<>();
        values.forEach(value -> quoted.add(quoted(value)));
        return "[" + String.join(", ", quoted) + "]";
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** Null, with a fault, where the second document is not what {@link #text} writes. */
    static @Nullable Names names(Yaml around, Faults faults) {
        Keys keys = Keys.of(around, "in what the configuration said", faults);
        Map<String, List<String>> sources = new LinkedHashMap<>();
        Keys written = keys.findKeys("sources", "in what the configuration said of sources");
        if (written != null) {
            written.names().forEach(source -> sources.put(source, values(written, source)));
        }
        Text zone = keys.text("zone");
        return zone == null
                ? null
                : new Names(
                        ZoneId.of(zone.value()),
                        set(keys, "applications"),
                        sources,
                        set(keys, "channels"),
                        set(keys, "addressed"),
                        set(keys, "templates"));
    }

    private static Set<String> set(Keys keys, String key) {
        return new LinkedHashSet<>(values(keys, key));
    }

    private static List<String> values(Keys keys, String key) {
        return keys.texts(key).stream().map(Text::value).toList();
    }
}
