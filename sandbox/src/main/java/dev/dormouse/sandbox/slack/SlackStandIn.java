package dev.dormouse.sandbox.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dormouse.sandbox.LoopbackServer;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A Slack workspace with the channels that were opened, each with the app in it. Thread-safe. */
public final class SlackStandIn extends LoopbackServer {

    public static final String TOKEN = "xoxb-sandbox-token";

    private final JsonMapper json = new JsonMapper();
    private final Clock clock;
    private final Set<String> channels = ConcurrentHashMap.newKeySet();
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final AtomicInteger sequence = new AtomicInteger();

    public SlackStandIn(Clock clock) {
        this.clock = clock;
        route("POST", "/api/chat.postMessage", request -> authorised(request, this::post));
        route("POST", "/api/conversations.history", request -> authorised(request, this::history));
    }

    /** What the setting {@code url} must be. */
    public String methods() {
        return uri() + "/api/";
    }

    public void open(String channel) {
        channels.add(channel);
    }

    /** All messages, the oldest first. */
    public List<Posted> messages() {
        return List.copyOf(posted);
    }

    public List<Posted> messages(String channel) {
        return posted.stream()
                .filter(message -> message.channel().equals(channel))
                .toList();
    }

    /** Somebody else writes into the channel. */
    public void say(String channel, String text) {
        posted.add(new Posted(channel, timestamp(), text, List.of(), ""));
    }

    private Reply authorised(Request request, Method method) {
        if (!("Bearer " + TOKEN).equals(request.header("authorization"))) {
            return refuse("invalid_auth");
        }
        Map<String, String> form = form(request.body());
        if (!channels.contains(form.getOrDefault("channel", ""))) {
            return refuse("channel_not_found");
        }
        return method.answer(form);
    }

    private Reply post(Map<String, String> form) {
        List<String> blocks = new ArrayList<>();
        parse(form.getOrDefault("blocks", "[]"))
                .forEach(block -> blocks.add(block.path("text").path("text").asText()));
        if (blocks.size() > 50 || blocks.stream().anyMatch(block -> block.isEmpty() || block.length() > 3_000)) {
            return refuse("invalid_blocks");
        }
        Posted message = new Posted(
                form.getOrDefault("channel", ""),
                timestamp(),
                form.getOrDefault("text", ""),
                blocks,
                form.getOrDefault("metadata", ""));
        posted.add(message);
        ObjectNode answer = json.createObjectNode()
                .put("ok", true)
                .put("channel", message.channel())
                .put("ts", message.timestamp());
        answer.set("message", told(message, false));
        return Reply.json(200, answer.toString());
    }

    private Reply history(Map<String, String> form) {
        int limit = Integer.parseInt(form.getOrDefault("limit", "100"));
        int start = Integer.parseInt(form.getOrDefault("cursor", "0"));
        boolean metadata = Set.of("1", "true").contains(form.getOrDefault("include_all_metadata", "0"));
        BigDecimal oldest = new BigDecimal(form.getOrDefault("oldest", "0"));
        List<Posted> found = messages(form.getOrDefault("channel", "")).reversed().stream()
                .filter(message -> new BigDecimal(message.timestamp()).compareTo(oldest) > 0)
                .toList();
        ObjectNode answer = json.createObjectNode().put("ok", true).put("has_more", found.size() > start + limit);
        ArrayNode listed = answer.putArray("messages");
        found.stream().skip(start).limit(limit).forEach(message -> listed.add(told(message, metadata)));
        if (found.size() > start + limit) {
            answer.putObject("response_metadata").put("next_cursor", Integer.toString(start + limit));
        }
        return Reply.json(200, answer.toString());
    }

    private ObjectNode told(Posted message, boolean metadata) {
        ObjectNode node = json.createObjectNode()
                .put("type", "message")
                .put("text", message.fallback())
                .put("ts", message.timestamp());
        if (metadata && !message.metadata().isEmpty()) {
            node.set("metadata", parse(message.metadata()));
        }
        return node;
    }

    private String timestamp() {
        Instant now = clock.instant();
        return String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), sequence.incrementAndGet());
    }

    private static Reply refuse(String error) {
        return Reply.json(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** One method of the API. */
    private interface Method {
        Reply answer(Map<String, String> form);
    }
}
