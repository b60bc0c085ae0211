package dev.dormouse.connectors.sac;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of content lies. The product tells the same place in several ways, {@code ["Public", "Sales"]} and
 * {@code ["/", "", "Public", "Sales"]}.
 */
record ContentPath(List<String> folders) {

    /** Of any script, as the toolkit has it: the space of Japanese names is U+3000. */
    private static final Pattern WHITE = Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);

    static ContentPath of(List<String> ancestors) {
        String joined = ancestors.stream()
                .filter(folder -> !folder.isEmpty() && !folder.equals("/") && !folder.equals("\""))
                .collect(Collectors.joining("/"));
        return new ContentPath(joined.isEmpty() ? List.of() : List.of(joined.split("/", -1)));
    }

    /** Whose private folder it is in; null for a place that others can see. */
    @Nullable
    String privateTo() {
        if (folders.isEmpty()) {
            return null;
        }
        String top = folders.getFirst();
        return switch (top) {
            case "Users" -> user(1);
            case "WORKSPACE" -> user(2);
            // A folder of the product itself, in spite of the space in its name.
            case "Input Forms" -> null;
            default -> WHITE.matcher(top).find() ? user(0) : null;
        };
    }

    /** {@code ADMIN Private} is the folder of ADMIN. */
    private @Nullable String user(int folder) {
        if (folder >= folders.size()) {
            return null;
        }
        String name = folders.get(folder);
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }
}
