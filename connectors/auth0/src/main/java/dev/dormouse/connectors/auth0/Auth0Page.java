package dev.dormouse.connectors.auth0;

import com.auth0.client.mgmt.types.UserResponseSchema;
import java.util.List;

/**
 * One page of users.
 *
 * @param total how many users the tenant has, as Auth0 counted with this page
 */
record Auth0Page(List<UserResponseSchema> users, long total) {

    Auth0Page {
        users = List.copyOf(users);
    }
}
