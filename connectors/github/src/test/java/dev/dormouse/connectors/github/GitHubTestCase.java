package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import dev.dormouse.sandbox.github.GitHubStandIn;
import dev.dormouse.sandbox.github.StandInOrganization;
import dev.dormouse.sandbox.github.StandInUser;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.Action;
import dev.dormouse.testkit.BareSurroundings;
import dev.dormouse.testkit.MapSettings;
import dev.dormouse.testkit.OpenApiContract;
import dev.dormouse.testkit.SettableClock;
import dev.dormouse.testkit.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.opentest4j.TestAbortedException;

/** A GitHub with the organisation acme, a connector to it, and the check of everything that was sent. */
abstract class GitHubTestCase {

    static final String TOKEN = "ghp_verySecretToken";

    /** No HTTP client can read an answer with this status: to it, the connection broke after the request. */
    static final Reply BROKEN = Reply.empty(0);

    final SettableClock clock = new SettableClock(Instant.parse("2024-06-19T12:00:00Z"));
    final ScriptedPatience patience = new ScriptedPatience(clock);
    final GitHubStandIn gitHub = new GitHubStandIn(clock, TOKEN);
    final StandInOrganization acme = gitHub.organization("acme");
    private final List<GitHubConnector> connectors = new ArrayList<>();
    final GitHubConnector connector = connect(Map.of());

    final GitHubConnector connect(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "organization", "acme", "token", TOKEN, "url", gitHub.uri().toString()));
        settings.putAll(more);
        GitHubConnector made = (GitHubConnector)
                new GitHubProvider().connect(MapSettings.of(settings), BareSurroundings.at(clock, patience));
        connectors.add(made);
        return made;
    }

    static AccountRef ref(StandInUser user) {
        return new AccountRef("github/acme", user.login(), Long.toString(user.id()));
    }

    final Action action(String name) {
        return connector.actions().stream()
                .filter(action -> action.describe().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Answers the n-th request that fits, counted from 1, instead of the stand-in. */
    final void answerOnce(Predicate<Request> which, int n, Reply reply) {
        int[] seen = {0};
        gitHub.server().intercept(request -> which.test(request) && ++seen[0] == n ? reply : null);
    }

    final void answerAlways(Predicate<Request> which, Reply reply) {
        gitHub.server().intercept(request -> which.test(request) ? reply : null);
    }

    static Predicate<Request> call(String method, String path) {
        return request -> request.method().equals(method) && request.path().equals(path);
    }

    final long sent(String method) {
        return gitHub.server().requests().stream()
                .filter(request -> request.method().equals(method))
                .count();
    }

    @AfterEach
    void every_request_keeps_to_the_description_of_github() {
        connectors.forEach(GitHubConnector::close);
        gitHub.close();
        OpenApiContract contract = contract();
        if (contract == null) {
            return;
        }
        for (Request request : gitHub.server().requests()) {
            if (!request.path().equals("/graphql")) {
                assertThat(contract.requestViolations(
                                request.method(), request.path(), request.query(), request.body()))
                        .isEmpty();
            }
        }
    }

    /** Null where the description is absent: the tests themselves need it not. */
    static @Nullable OpenApiContract contract() {
        try {
            return OpenApiContract.load(Shared.path("inputs/contracts/github/ghec.openapi.json"));
        } catch (TestAbortedException e) {
            return null;
        }
    }
}
