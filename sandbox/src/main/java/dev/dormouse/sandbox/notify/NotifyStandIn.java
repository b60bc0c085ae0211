package dev.dormouse.sandbox.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dormouse.sandbox.LoopbackServer;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service at GOV.UK Notify. Every e-mail is delivered, unless its address was given another status. Thread-safe. */
public final class NotifyStandIn extends LoopbackServer {

    /** A key in Notify's form; any other is refused. */
    public static final String API_KEY =
            "sandbox-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";

    private static final String SERVICE_ID = "26785a09-ab16-4eb0-8407-a37497a57506";

    private final JsonMapper json = new JsonMapper();
    private final Clock clock;
    private final List<SentMail> sent = new CopyOnWriteArrayList<>();
    private final Map<String, String> statuses = new ConcurrentHashMap<>();

    public NotifyStandIn(Clock clock) {
        this.clock = clock;
        route("POST", "/v2/notifications/email", this::send);
        route("GET", "/v2/notifications", this::list);
        route("GET", "/v2/notifications/{id}", this::one);
    }

    /** From now on e-mail to the address, also what was sent before, has this status, for example {@code created}. */
    public void status(String address, String status) {
        statuses.put(key(address), status);
    }

    /** The address does not exist. */
    public void bounce(String address) {
        status(address, "permanent-failure");
    }

    public List<SentMail> sent() {
        return List.copyOf(sent);
    }

    public List<SentMail> sentTo(String address) {
        return sent.stream()
                .filter(mail -> key(mail.address()).equals(key(address)))
                .toList();
    }

    /** How often something was sent under this reference. */
    public long count(String reference) {
        return sent.stream().filter(mail -> mail.reference().equals(reference)).count();
    }

    private Reply send(Request request) {
        if (!authorised(request)) {
            return error(403, "AuthError", "Invalid token: API key not found");
        }
        JsonNode body = parse(request.body());
        String address = body.path("email_address").asText();
        if (!address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            return error(400, "ValidationError", "email_address Not a valid email address");
        }
        Map<String, String> values = new LinkedHashMap<>();
        body.path("personalisation")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        SentMail mail = new SentMail(
                UUID.randomUUID().toString(),
                body.path("reference").asText(),
                address,
                body.path("template_id").asText(),
                values,
                body.path("email_reply_to_id").asText());
        sent.add(mail);
        return Reply.json(201, taken(mail).toString());
    }

    private Reply list(Request request) {
        if (!authorised(request)) {
            return error(403, "AuthError", "Invalid token: API key not found");
        }
        ObjectNode answer = json.createObjectNode();
        answer.putObject("links").put("current", uri() + "/v2/notifications");
        ArrayNode listed = answer.putArray("notifications");
        sent.reversed().stream()
                .filter(mail -> mail.reference().equals(request.query("reference", mail.reference())))
                .forEach(mail -> listed.add(told(mail)));
        return Reply.json(200, answer.toString());
    }

    private Reply one(Request request) {
        if (!authorised(request)) {
            return error(403, "AuthError", "Invalid token: API key not found");
        }
        return sent.stream()
                .filter(mail -> mail.id().equals(request.variable("id")))
                .findFirst()
                .map(mail -> Reply.json(200, told(mail).toString()))
                .orElseGet(() -> error(404, "NoResultFound", "No result found"));
    }

    private ObjectNode taken(SentMail mail) {
        ObjectNode node = json.createObjectNode().put("id", mail.id()).put("reference", mail.reference());
        node.put("uri", uri() + "/v2/notifications/" + mail.id());
        template(node, mail);
        node.putObject("content")
                .put("body", "as in the template")
                .put("subject", "as in the template")
                .put("from_email", "sandbox@notifications.example");
        return node;
    }

    private ObjectNode told(SentMail mail) {
        ObjectNode node = json.createObjectNode()
                .put("id", mail.id())
                .put("reference", mail.reference())
                .put("email_address", mail.address())
                .put("type", "email")
                .put("status", statuses.getOrDefault(key(mail.address()), "delivered"))
                .put("body", "as in the template")
                .put("subject", "as in the template")
                .put("created_at", clock.instant().toString())
                .put("is_cost_data_ready", true)
                .put("cost_in_pounds", 0.0);
        node.putObject("cost_details");
        template(node, mail);
        return node;
    }

    private void template(ObjectNode node, SentMail mail) {
        node.putObject("template")
                .put("id", mail.template())
                .put("version", 1)
                .put("uri", uri() + "/v2/template/" + mail.template());
    }

    /** Looks at the claims of the token, that they name the service; the signature is not checked. */
    private static boolean authorised(Request request) {
        String authorization = request.header("authorization");
        if (authorization == null) {
            return false;
        }
        String[] parts = authorization.split("\\.", -1);
        return parts.length == 3
                && new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).contains(SERVICE_ID);
    }

    private Reply error(int status, String error, String message) {
        ObjectNode node = json.createObjectNode().put("status_code", status);
        node.putArray("errors").addObject().put("error", error).put("message", message);
        return Reply.json(status, node.toString());
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
