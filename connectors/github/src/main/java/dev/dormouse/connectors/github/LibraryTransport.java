package dev.dormouse.connectors.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * Lends our transport to the library. Failures are classified here, before the library could wait, or send again by
 * rules of its own. Only reading goes this way.
 */
final class LibraryTransport implements org.kohsuke.github.connector.GitHubConnector {

    private final GitHubTransport transport;
    private final Failures failures;

    LibraryTransport(GitHubTransport transport, Failures failures) {
        this.transport = transport;
        this.failures = failures;
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        if (!request.method().equals("GET")) {
            throw new IllegalStateException("only reading goes through the library, not " + request.method());
        }
        HttpAnswer answer = transport.send("GET", URI.create(request.url().toString()), null, request.allHeaders());
        if (answer.status() >= 300) {
            throw failures.of(answer, "read:org, from an owner of the organisation");
        }
        if (answer.next() != null && answer.body().strip().equals("[]")) {
            // The library takes an empty page for the last one: the list would end early without a word.
            throw Failures.unreadable(
                    answer.call(), new IllegalStateException("an empty page that is not the last one"));
        }
        return new Response(
                request, answer.status(), answer.headers().map(), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Response extends GitHubConnectorResponse {

        private final byte[] body;

        Response(GitHubConnectorRequest request, int status, Map<String, List<String>> headers, byte[] body) {
            super(request, status, headers);
            this.body = body;
        }

        @Override
        public InputStream bodyStream() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            // Nothing is held: the body was read to its end.
        }
    }
}
