package dev.dormouse.sandbox.github;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cuts lists into pages of at most 100, with the Link header. */
final class Pages {

    private static final int LARGEST = 100;
    private static final int USUAL = 30;

    private Pages() {}

    static int size(Request request) {
        return Math.clamp(Integer.parseInt(request.query("per_page", Integer.toString(USUAL))), 1, LARGEST);
    }

    static <T> Reply reply(URI server, Request request, List<T> items, Function<T, ObjectNode> shape) {
        int size = size(request);
        int page = Math.max(1, Integer.parseInt(request.query("page", "1")));
        int from = Math.min(items.size(), (page - 1) * size);
        int to = Math.min(items.size(), from + size);
        Reply reply = Shapes.ok(
                Shapes.array(items.subList(from, to).stream().map(shape).toList()));
        if (to >= items.size()) {
            return reply;
        }
        int last = (items.size() + size - 1) / size;
        return reply.header(
                "Link",
                link(server, request, "page", Integer.toString(page + 1), "next") + ", "
                        + link(server, request, "page", Integer.toString(last), "last"));
    }

    static String link(URI server, Request request, String name, String value, String relation) {
        Map<String, String> query = new LinkedHashMap<>(request.query());
        query.put(name, value);
        String text = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "<" + server + request.path() + "?" + text + ">; rel=\"" + relation + "\"";
    }
}
