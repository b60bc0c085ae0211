package dev.dormouse.connectors.github;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request, once. Redirects are not followed: a removal must reach the account that was read, and the token no
 * other host. Thread-safe.
 */
final class GitHubTransport implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final GitHubConfig config;

    GitHubTransport(GitHubConfig config) {
        this.config = config;
    }

    /** The address of a path of the REST API. */
    URI at(String pathAndQuery) {
        return URI.create(config.url() + pathAndQuery);
    }

    /** GraphQL lies beside the REST API: on Enterprise Server at /api/graphql, not below /api/v3. */
    URI graphQl() {
        return URI.create(config.url().toString().replaceAll("/v3$", "") + "/graphql");
    }

    HttpAnswer send(String method, URI uri, @Nullable String body) {
        return send(
                method,
                uri,
                body,
                Map.of(
                        "Accept", List.of("application/vnd.github+json"),
                        "Authorization", List.of("Bearer " + config.token()),
                        "X-GitHub-Api-Version", List.of("2022-11-28"),
                        "User-Agent", List.of("dormouse")));
    }

    /** @throws ConnectorException when there is no answer; its code tells whether the request can have gone out */
    HttpAnswer send(String method, URI uri, @Nullable String body, Map<String, List<String>> headers) {
        String call = method + " " + uri.getPath();
        if (!config.url().getAuthority().equals(uri.getAuthority())) {
            throw new ConnectorException(
                    GitHubErrorCode.REFUSED,
                    new Reaction.Invalid(),
                    call + " failed: GitHub pointed to another host, " + uri.getAuthority()
                            + ", where the token must not go; check the setting url");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER);
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new HttpAnswer(call, response.statusCode(), response.headers(), response.body());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw noAnswer(GitHubErrorCode.UNREACHABLE, call, "cannot be reached", e);
        } catch (IOException e) {
            throw noAnswer(GitHubErrorCode.CONNECTION_LOST, call, "did not answer to the end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(GitHubErrorCode.CONNECTION_LOST, call, "was not waited for", e);
        }
    }

    private ConnectorException noAnswer(GitHubErrorCode code, String call, String what, Exception cause) {
        return new ConnectorException(
                code,
                new Reaction.Unavailable(),
                call + " failed: " + config.url().getAuthority() + " " + what + " ("
                        + cause.getClass().getSimpleName() + "); check the network and try again later",
                cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
