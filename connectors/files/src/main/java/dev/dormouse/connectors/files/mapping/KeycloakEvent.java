package dev.dormouse.connectors.files.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as Keycloak's listener {@code jboss-logging} writes it: {@code type="LOGIN", realmId="...", userId="...",
 * username="..."}, in quotes of either kind or in none, with {@code null} for nothing. Told with the names that the REST API
 * has for the same, so that one mapping reads both. See {@code JBossLoggingEventListenerProvider} of Keycloak.
 */
final class KeycloakEvent {

    private static final String TYPE = "type=";
    private static final String OPERATION = "operationType=";
    private static final byte[] TYPE_BYTES = TYPE.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OPERATION_BYTES = OPERATION.getBytes(StandardCharsets.US_ASCII);
    private static final String NEXT = ", ";

    /** What is not a detail of a user's event. */
    private static final Set<String> OWN =
            Set.of("type", "realmId", "realmName", "clientId", "userId", "sessionId", "ipAddress", "error");

    /** What an administrator's event says of the administrator. */
    private static final Set<String> WHO = Set.of("realmId", "realmName", "clientId", "userId", "ipAddress");

    private KeycloakEvent() {}

    static boolean begins(String text) {
        return text.startsWith(TYPE) || text.startsWith(OPERATION);
    }

    /** Whether a text whose first byte is there may be an event, or a line that holds one; cheap, and seldom wrong. */
    static boolean mayBegin(byte[] text, int from) {
        byte first = text[from];
        return (first >= '0' && first <= '9')
                || startsWith(text, from, TYPE_BYTES)
                || startsWith(text, from, OPERATION_BYTES);
    }

    private static boolean startsWith(byte[] text, int from, byte[] start) {
        int to = from + start.length;
        return to <= text.length && Arrays.equals(text, from, to, start, 0, start.length);
    }

    /** The event that the text is, or that the line holds which it is; null for none. */
    static @Nullable Map<String, String> in(String text) {
        if (begins(text)) {
            return of(text);
        }
        ServerLine line = text.contains("] (") ? ServerLine.of(text) : null;
        return line != null && line.isKeycloak() ? line.values() : null;
    }

    /** Null where the text breaks off before it says whose the event is, or is something else. */
    static @Nullable Map<String, String> of(String text) {
        boolean ofAdministrator = text.startsWith(OPERATION);
        Map<String, String> event = new LinkedHashMap<>();
        // Somebody may have written a name and a value into what they typed: the first, which is Keycloak's, holds.
        Set<String> told = new HashSet<>();
        for (int at = 0; at < text.length(); ) {
            int equal = text.indexOf('=', at);
            int end = equal < 0 ? -1 : end(text, equal + 1);
            if (end < 0) {
                break;
            }
            String name = text.substring(at, equal);
            String value = value(text.substring(equal + 1, end));
            if (told.add(name) && !value.equals("null")) {
                event.put(ofAdministrator ? ofAdministrator(name) : ofUser(name), value);
            }
            at = end + NEXT.length();
        }
        return told.contains("realmId") && told.contains("userId") ? event : null;
    }

    private static String ofUser(String name) {
        return OWN.contains(name) ? name : "details." + name;
    }

    private static String ofAdministrator(String name) {
        return WHO.contains(name) ? "authDetails." + name : name;
    }

    /** Behind the value that begins there; -1 where its closing quote is missing. */
    private static int end(String text, int from) {
        char quote = from < text.length() ? text.charAt(from) : ' ';
        if (quote != '"' && quote != '\'') {
            int next = text.indexOf(NEXT, from);
            return next < 0 ? text.length() : next;
        }
        for (int i = text.indexOf(quote, from + 1); i >= 0; i = text.indexOf(quote, i + 1)) {
            boolean last = i + 1 == text.length() || text.startsWith(NEXT, i + 1);
            if (last && text.charAt(i - 1) != '\\') {
                return i + 1;
            }
        }
        return -1;
    }

    private static String value(String written) {
        char quote = written.isEmpty() ? ' ' : written.charAt(0);
        return quote == '"' || quote == '\''
                ? written.substring(1, written.length() - 1).replace("\\" + quote, String.valueOf(quote))
                : written;
    }
}
