package dev.dormouse.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on a free port of the loopback interface, with routes such as {@code /orgs/{org}/members}. It remembers
 * every request; an interceptor may answer instead of the route (faults) or merely look. Handlers run on several threads.
 */
public class LoopbackServer implements AutoCloseable {

    static {
        // The server writes head and body apart; with Nagle's algorithm every answer on a busy connection waits 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, @Nullable Reply> interceptor = request -> null;

    public LoopbackServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port of the loopback interface is free", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address without a trailing slash. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Adds a route; a later one for the same method and path comes first. */
    public final LoopbackServer route(String method, String path, Function<Request, Reply> handler) {
        routes.addFirst(new Route(method, compile(path), handler));
        return this;
    }

    /** Sees every request before the routes do; a reply that it returns is sent instead. */
    public final void intercept(Function<Request, @Nullable Reply> newInterceptor) {
        interceptor = newInterceptor;
    }

    /** Everything that arrived so far, in order. */
    public final List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            requests.add(request);
            send(exchange, reply(request));
        }
    }

    /** What the routes answer, with all that they do; for an interceptor that lets the effect happen and the answer get lost. */
    public final Reply answerOfRoutes(Request request) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(request.path());
            if (route.method().equals(request.method()) && matcher.matches()) {
                Map<String, String> variables = new LinkedHashMap<>();
                route.path().namedGroups().keySet().forEach(name -> variables.put(name, matcher.group(name)));
                return route.handler().apply(request.with(variables));
            }
        }
        return Reply.json(404, "{\"message\":\"Not Found\"}");
    }

    private Reply reply(Request request) {
        try {
            Reply instead = interceptor.apply(request);
            return instead != null ? instead : answerOfRoutes(request);
        } catch (RuntimeException e) {
            return Reply.json(500, "{\"message\":\"the stand-in failed: " + e + "\"}");
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query,
                headers,
                Map.of(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Pattern compile(String path) {
        return Pattern.compile(VARIABLE.matcher(path).replaceAll("(?<$1>[^/]+)"));
    }

    private record Route(String method, Pattern path, Function<Request, Reply> handler) {}
}
