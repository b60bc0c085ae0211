package dev.dormouse.connectors.auth0;

import com.auth0.client.mgmt.ManagementApi;
import com.auth0.client.mgmt.core.SyncPagingIterable;
import com.auth0.client.mgmt.types.ListUsersOffsetPaginatedResponseContent;
import com.auth0.client.mgmt.types.ListUsersRequestParameters;
import com.auth0.client.mgmt.types.UserResponseSchema;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Calls Auth0's Management API with the official client and classifies what comes back. Thread-safe. */
final class Auth0Client {

    static final int PAGE_SIZE = 100;

    private static final int TIMEOUT_SECONDS = 30;

    private final String domain;
    private final ManagementApi api;
    private final Auth0Failures failures;

    Auth0Client(Auth0Config config, Clock clock) {
        domain = config.domain();
        failures = new Auth0Failures(domain, clock);
        api = ManagementApi.builder()
                .url(config.url() + "/api/v2")
                .clientCredentials(config.clientId(), config.clientSecret())
                .audience("https://" + domain + "/api/v2/")
                .timeout(TIMEOUT_SECONDS)
                // Waiting and repeating belong to the program, which also shows them.
                .maxRetries(0)
                .build();
    }

    /** @throws ConnectorException classified, when this page could not be read whole */
    Auth0Page fetchUsers(int page) {
        try {
            return read(page, api.users().list(parameters(page)));
        } catch (ConnectorException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failures.classify(page, e);
        }
    }

    private Auth0Page read(int page, SyncPagingIterable<UserResponseSchema> answer) {
        Optional<ListUsersOffsetPaginatedResponseContent> content = answer.getResponse();
        List<UserResponseSchema> users =
                content.flatMap(found -> found.getUsers()).orElseThrow(() -> withoutUsers(page, "users"));
        double total = content.flatMap(found -> found.getTotal()).orElseThrow(() -> withoutUsers(page, "total"));
        return new Auth0Page(users, (long) total);
    }

    /** Only what is used is asked for, in an order that does not shift while somebody logs in. */
    private static ListUsersRequestParameters parameters(int page) {
        return ListUsersRequestParameters.builder()
                .page(page)
                .perPage(PAGE_SIZE)
                .includeTotals(true)
                .sort("created_at:1")
                .fields("user_id,nickname,email,last_login")
                .includeFields(true)
                .build();
    }

    private ConnectorException withoutUsers(int page, String field) {
        return new ConnectorException(
                Auth0ErrorCode.UNREADABLE,
                new Reaction.Invalid(),
                "Auth0 " + domain + ": page " + page + " of the users has no \"" + field
                        + "\"; the feed counts as failed. Check the address of the tenant.");
    }

    @Override
    public String toString() {
        return "Auth0Client[" + domain + "]";
    }
}
