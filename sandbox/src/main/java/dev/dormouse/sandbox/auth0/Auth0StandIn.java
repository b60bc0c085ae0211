package dev.dormouse.sandbox.auth0;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dormouse.sandbox.LoopbackServer;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An Auth0 tenant with users that a program adds. Thread-safe. */
public final class Auth0StandIn extends LoopbackServer {

    public static final String CLIENT_ID = "sandbox-client";
    public static final String CLIENT_SECRET = "sandbox-client-secret";

    private static final String TOKEN = "sandbox-auth0-token";
    private static final int CEILING = 1_000;
    private static final DateTimeFormatter ISO_MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonMapper json = new JsonMapper();
    private final Map<String, Map<String, String>> users = new LinkedHashMap<>();

    public Auth0StandIn() {
        route("POST", "/oauth/token", this::token);
        route("GET", "/api/v2/users", this::list);
    }

    /**
     * Adds a user, or replaces the one with the same id.
     *
     * @param lastLogin null for a user who never logged in
     */
    public void add(String userId, String nickname, @Nullable Instant lastLogin) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("nickname", nickname);
        if (lastLogin != null) {
            fields.put("last_login", ISO_MILLIS.format(lastLogin));
        }
        add(userId, fields);
    }

    /** Adds a user with exactly these fields beside {@code user_id}. */
    public void add(String userId, Map<String, String> fields) {
        synchronized (users) {
            users.put(userId, Map.copyOf(fields));
        }
    }

    /** The user logs in at this instant. */
    public void login(String userId, Instant at) {
        synchronized (users) {
            Map<String, String> fields = new LinkedHashMap<>(users.getOrDefault(userId, Map.of()));
            fields.put("last_login", ISO_MILLIS.format(at));
            users.put(userId, Map.copyOf(fields));
        }
    }

    private Reply token(Request request) {
        if (!request.body().contains(CLIENT_ID) || !request.body().contains(CLIENT_SECRET)) {
            return Reply.json(401, "{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}");
        }
        return Reply.json(200, "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":86400}");
    }

    private Reply list(Request request) {
        if (!("Bearer " + TOKEN).equals(request.header("authorization"))) {
            return error(401, "Unauthorized", "Invalid token", "invalid_token");
        }
        int page = Integer.parseInt(request.query("page", "0"));
        int perPage = Integer.parseInt(request.query("per_page", "50"));
        if ((page + 1) * perPage > CEILING) {
            return error(400, "Bad Request", "You can only page through the first 1000 records.", "invalid_paging");
        }
        List<Map.Entry<String, Map<String, String>>> all;
        synchronized (users) {
            all = List.copyOf(users.entrySet());
        }
        ObjectNode answer = json.createObjectNode();
        ArrayNode listed = answer.put("start", page * perPage)
                .put("limit", perPage)
                .put("total", all.size())
                .putArray("users");
        all.stream().skip((long) page * perPage).limit(perPage).forEach(user -> {
            ObjectNode node = listed.addObject().put("user_id", user.getKey());
            user.getValue().forEach(node::put);
        });
        answer.put("length", listed.size());
        return Reply.json(200, answer.toString());
    }

    private Reply error(int status, String error, String message, String code) {
        return Reply.json(
                status,
                json.createObjectNode()
                        .put("statusCode", status)
                        .put("error", error)
                        .put("message", message)
                        .put("errorCode", code)
                        .toString());
    }
}
