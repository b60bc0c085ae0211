package dev.dormouse.connectors.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dormouse.sandbox.Request;
import dev.dormouse.testkit.Shared;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Slack's own description of its API knows the methods that are called, and their parameters. */
class SlackContractTest {

    /** Message metadata is younger than the description. */
    private static final Set<String> YOUNGER = Set.of("metadata", "include_all_metadata");

    @Test
    void every_request_uses_a_method_and_parameters_that_slack_describes() throws IOException {
        JsonNode paths = new JsonMapper()
                .readTree(Shared.path("inputs/contracts/slack/slack_web_openapi_v2.json")
                        .toFile())
                .path("paths");
        try (Workspace workspace = new Workspace()) {
            workspace.connector.send(Workspace.message("k", "text"));
            workspace.connector.findSent(Workspace.message("other", "text"));
            assertThat(workspace.slack.requests()).hasSize(2).allSatisfy(request -> check(paths, request));
        }
    }

    private static void check(JsonNode paths, Request request) {
        JsonNode method = paths.path(request.path().substring("/api".length()));
        assertThat(method.isObject()).as("Slack knows " + request.path()).isTrue();
        Set<String> known = new HashSet<>(YOUNGER);
        method.forEach(verb -> verb.path("parameters")
                .forEach(parameter -> known.add(parameter.path("name").asText())));
        assertThat(known).containsAll(parameters(request));
    }

    private static Set<String> parameters(Request request) {
        return Arrays.stream(request.body().split("&", -1))
                .map(pair -> pair.replaceFirst("=.*", ""))
                .collect(Collectors.toSet());
    }
}
