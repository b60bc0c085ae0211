package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What GraphQL's paged lists have in common. */
final class Connections {

    private Connections() {}

    /** @param after null for the first page, which GraphQL takes as absent */
    static Map<String, Object> variables(String organization, String login, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("organization", organization);
        variables.put("login", login);
        if (after != null) {
            variables.put("after", after);
        }
        return variables;
    }

    /** A list below; GitHub answers null for one that the token may not see, which must not count as empty. */
    static JsonNode at(JsonNode data, String... names) {
        JsonNode node = data;
        for (String name : names) {
            node = node.path(name);
        }
        if (!node.isObject()) {
            throw new ConnectorException(
                    GitHubErrorCode.PERMISSION_MISSING,
                    new Reaction.Forbidden(),
                    "POST /graphql failed: GitHub shows no " + String.join(".", names)
                            + " to this token; it needs repo and admin:org, from an owner of the organisation");
        }
        return node;
    }

    /** The cursor of the next page; null on the last. */
    static @Nullable String next(JsonNode connection) {
        JsonNode page = connection.path("pageInfo");
        return page.path("hasNextPage").asBoolean() ? page.path("endCursor").asText() : null;
    }
}
