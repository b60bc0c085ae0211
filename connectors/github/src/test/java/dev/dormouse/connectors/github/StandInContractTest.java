package dev.dormouse.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.testkit.OpenApiContract;
import dev.dormouse.testkit.Shared;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the stand-in answers is what GitHub says it answers. */
class StandInContractTest extends GitHubTestCase {

    @BeforeEach
    void an_organisation_with_one_of_each() {
        acme.addOwner("boss");
        gitHub.tokenBelongsTo("boss");
        acme.addMemberThroughEnterpriseTeam("bob", "ent:everyone");
        acme.addToTeam("docs", "bob", "member");
        acme.addCollaborator("carol", "site", "push");
        acme.addRepository("docs");
        acme.addEvent("bob", "repo.create", clock.instant());
        gitHub.user("dora");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /user | '' | 200",
                "GET | /user/1001 | '' | 200",
                "GET | /user/7 | '' | 404",
                "GET | /users/bob | '' | 200",
                "GET | /orgs/acme | '' | 200",
                "GET | /orgs/nobody | '' | 404",
                "GET | /orgs/acme/members | '' | 200",
                "GET | /orgs/acme/outside_collaborators | '' | 200",
                "GET | /orgs/acme/audit-log | '' | 200",
                "GET | /orgs/acme/memberships/bob | '' | 200",
                "GET | /orgs/acme/memberships/nobody | '' | 404",
                "PUT | /orgs/acme/memberships/bob | {\"role\":\"admin\"} | 200",
                "DELETE | /orgs/acme/members/bob | '' | 204",
                "DELETE | /orgs/acme/members/boss | '' | 403",
                "DELETE | /orgs/acme/outside_collaborators/carol | '' | 204",
                "DELETE | /orgs/acme/outside_collaborators/bob | '' | 422",
                "POST | /orgs/acme/invitations | {\"invitee_id\":1004} | 201",
                "POST | /orgs/acme/invitations | {\"invitee_id\":1002} | 422",
                "GET | /orgs/acme/invitations | '' | 200",
                "GET | /orgs/acme/teams/docs | '' | 200",
                "GET | /orgs/acme/teams/docs/memberships/bob | '' | 200",
                "GET | /orgs/acme/teams/docs/members | '' | 200",
                "DELETE | /orgs/acme/teams/docs/memberships/bob | '' | 204",
                "PUT | /orgs/acme/teams/docs/memberships/bob | {\"role\":\"maintainer\"} | 200",
                "PUT | /repos/acme/docs/collaborators/carol | {\"permission\":\"pull\"} | 201",
                "PUT | /repos/acme/site/collaborators/carol | {\"permission\":\"pull\"} | 204",
                "GET | /repos/acme/site/invitations | '' | 200",
            })
    void an_answer_has_the_described_form(String method, String path, String body, int status) throws Exception {
        OpenApiContract contract = OpenApiContract.load(Shared.path("inputs/contracts/github/ghec.openapi.json"));

        HttpResponse<String> response = send(method, path, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(contract.responseViolations(method, path, status, response.body()))
                .isEmpty();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gitHub.uri() + path))
                    .header("Authorization", "Bearer " + TOKEN)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
