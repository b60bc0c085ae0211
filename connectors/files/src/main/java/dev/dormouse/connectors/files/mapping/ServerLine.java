package dev.dormouse.connectors.files.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of an entry in a server's log, as WildFly and Quarkus write it unless they are told otherwise:
 * {@code 2024-06-01 12:00:00,123 INFO  [category] (thread) message}. Containers put their name or a stream before it, and
 * tracing its numbers behind the time.
 *
 * @param time as it is written, mostly without an offset, and in old consoles without a day
 */
public record ServerLine(String time, String category, String message) {

    private static final Pattern LINE = Pattern.compile(
            "(?:[\\w.-]+ +\\| |\\S+ std(?:out|err) [FP] )?"
                    + "((?:\\d{4}-\\d\\d-\\d\\d[ T])?\\d\\d:\\d\\d:\\d\\d[.,]\\d{3,9}(?: ?(?:Z|[+-]\\d\\d:?\\d\\d))?)"
                    + " (?:[^\\[\"]*? )?(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +\\[([^\\]]+)\\] \\(.*?\\) (.*)",
            Pattern.DOTALL);

    /** Null for what is no such line, for example one of a stack trace. */
    public static @Nullable ServerLine of(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? new ServerLine(
                        matcher.group(1), matcher.group(2), matcher.group(3).strip())
                : null;
    }

    /** Whether it is an event that Keycloak's listener wrote. */
    public boolean isEvent() {
        return category.endsWith(".events") && KeycloakEvent.begins(message);
    }

    /** What Keycloak wrote. */
    public boolean isKeycloak() {
        return category.startsWith("org.keycloak") || isEvent();
    }

    /** Names and values; of what is no event its time and its category alone. Null for an event that is not whole. */
    public @Nullable Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>(Map.of("time", time, "loggerName", category));
        if (!isEvent()) {
            return values;
        }
        Map<String, String> event = KeycloakEvent.of(message);
        if (event == null) {
            return null;
        }
        values.putAll(event);
        return values;
    }
}
