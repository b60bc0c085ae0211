package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.AccountRef;
import org.jspecify.annotations.Nullable;

/** The address that a member verified in a domain of the organisation. */
final class Addresses {

    private static final String QUERY = """
            query DormouseAddress($organization: String!, $login: String!) {
              user(login: $login) {
                databaseId
                organizationVerifiedDomainEmails(login: $organization)
              }
            }""";

    private final GitHubClient client;
    private final Identities identities;

    Addresses(GitHubClient client, Identities identities) {
        this.client = client;
        this.identities = identities;
    }

    @Nullable
    String fetch(AccountRef account) {
        Long id = Identities.id(account);
        JsonNode user = ask(account.login());
        if (id != null && user.path("databaseId").asLong() != id) {
            String present = identities.findLogin(id);
            user = present == null ? null : ask(present);
            // Renamed once more between the two questions: rather no address than another person's.
            if (user == null || user.path("databaseId").asLong() != id) {
                return null;
            }
        }
        String address =
                user.path("organizationVerifiedDomainEmails").path(0).asText("").strip();
        return address.isEmpty() ? null : address;
    }

    private JsonNode ask(String login) {
        return client.graphQl(QUERY, Connections.variables(client.organization(), login, null))
                .path("user");
    }
}
