package dev.dormouse.connectors.auth0;

import com.auth0.client.mgmt.types.UserResponseSchema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The field of an Auth0 user that is the login of the application. */
enum AccountField {
    NICKNAME,
    EMAIL,
    USER_ID;

    /** As the configuration and Auth0 write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null where the user has none. */
    @Nullable
    String of(UserResponseSchema user) {
        String value = switch (this) {
            case NICKNAME -> user.getNickname().orElse("");
            case EMAIL -> user.getEmail().orElse("");
            case USER_ID -> user.getUserId().orElse("");
        };
        return value.isBlank() ? null : value.strip();
    }
}
