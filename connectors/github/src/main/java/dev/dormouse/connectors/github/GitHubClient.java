package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.Surroundings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls that the connector makes. Reading is repeated as {@link dev.dormouse.spi.Patience} allows, one page at a
 * time; what changes something is sent once.
 */
final class GitHubClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final GitHubConfig config;
    private final Surroundings surroundings;
    private final GitHubTransport transport;
    private final Failures failures;
    private final GitHubLists lists;

    GitHubClient(GitHubConfig config, Surroundings surroundings) {
        this.config = config;
        this.surroundings = surroundings;
        transport = new GitHubTransport(config);
        failures = new Failures(JSON, surroundings.clock());
        lists = new GitHubLists(config, transport, failures, surroundings.patience());
    }

    String organization() {
        return config.organization();
    }

    Clock clock() {
        return surroundings.clock();
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    Failures failures() {
        return failures;
    }

    GitHubLists lists() {
        return lists;
    }

    /** A path below the organisation, for example {@code /members/bob}. */
    String organizationPath(String rest) {
        return "/orgs/" + segment(config.organization()) + rest;
    }

    /** One object; null for 404. */
    @Nullable
    JsonNode find(String path, String permission) {
        return surroundings.patience().read(() -> {
            HttpAnswer answer = transport.send("GET", transport.at(path), null);
            return answer.status() == 404 ? null : read(answer, permission);
        });
    }

    /** All pages of a list, item by item. Whoever needs the organisation to exist says so in {@code notFound}. */
    void each(String path, String permission, String notFound, Consumer<JsonNode> sink) {
        URI next = transport.at(path);
        while (next != null) {
            URI at = next;
            Page page = surroundings.patience().read(() -> page(transport.send("GET", at, null), permission, notFound));
            page.items().forEach(sink);
            next = page.next();
        }
    }

    private Page page(HttpAnswer answer, String permission, String notFound) {
        if (answer.status() == 404) {
            throw new ConnectorException(
                    GitHubErrorCode.ORGANIZATION_NOT_FOUND,
                    new Reaction.Invalid(),
                    answer.call() + " failed: " + notFound);
        }
        JsonNode items = read(answer, permission);
        if (!items.isArray()) {
            throw Failures.unreadable(answer.call(), new IllegalStateException("a list was expected"));
        }
        return new Page(items, answer.next());
    }

    private JsonNode read(HttpAnswer answer, String permission) {
        if (answer.status() != 200) {
            throw failures.of(answer, permission);
        }
        return failures.json(answer);
    }

    /** Sends once, whatever comes of it; every status is returned. */
    HttpAnswer send(String method, String path, @Nullable Map<String, ?> body) {
        return transport.send(
                method,
                transport.at(path),
                body == null ? null : JSON.valueToTree(body).toString());
    }

    /** Asks one question; its {@code data} and {@code errors}. Queries change nothing. */
    JsonNode graphQl(String query, Map<String, ?> variables) {
        String body =
                JSON.valueToTree(Map.of("query", query, "variables", variables)).toString();
        return surroundings.patience().read(() -> {
            HttpAnswer answer = transport.send("POST", transport.graphQl(), body);
            JsonNode json = read(answer, "read:org and read:user");
            GraphQlErrors.check(json, answer, failures);
            return json.path("data");
        });
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        transport.close();
    }

    private record Page(JsonNode items, @Nullable URI next) {}
}
