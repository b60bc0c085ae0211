package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;

/** GraphQL tells of failures in a body of status 200. */
final class GraphQlErrors {

    private GraphQlErrors() {}

    /** Lets an answer without errors pass, and the one that a user does not exist: then {@code data.user} is null. */
    static void check(JsonNode json, HttpAnswer answer, Failures failures) {
        for (JsonNode error : json.path("errors")) {
            String type = error.path("type").asText("");
            if (type.equals("NOT_FOUND")
                    && error.path("path").path(0).asText("").equals("user")) {
                continue;
            }
            throw failure(type, error.path("message").asText("without a message"), answer, failures);
        }
        if (!json.path("data").isObject()) {
            throw Failures.unreadable(answer.call(), new IllegalStateException("the answer has no data"));
        }
    }

    private static ConnectorException failure(String type, String message, HttpAnswer answer, Failures failures) {
        String text = answer.call() + " failed: " + type + " " + Failures.oneLine(message);
        return switch (type) {
            case "RATE_LIMITED" ->
                new ConnectorException(
                        GitHubErrorCode.RATE_LIMITED, new Reaction.RetryAfter(failures.delay(answer)), text);
            case "FORBIDDEN", "INSUFFICIENT_SCOPES" ->
                new ConnectorException(
                        GitHubErrorCode.PERMISSION_MISSING,
                        new Reaction.Forbidden(),
                        text + "; the token needs read:org and read:user, and must be an owner's");
            case "NOT_FOUND" ->
                new ConnectorException(
                        GitHubErrorCode.ORGANIZATION_NOT_FOUND,
                        new Reaction.Invalid(),
                        text + "; check the setting organization");
            // GitHub answers an overloaded backend without a type.
            case "" -> new ConnectorException(GitHubErrorCode.SERVER_ERROR, new Reaction.Unavailable(), text);
            default -> new ConnectorException(GitHubErrorCode.REFUSED, new Reaction.Invalid(), text);
        };
    }
}
