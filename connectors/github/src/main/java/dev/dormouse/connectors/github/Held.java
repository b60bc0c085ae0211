package dev.dormouse.connectors.github;

import dev.dormouse.spi.Access;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads back what was kept of somebody's access. */
final class Held {

    private Held() {}

    static boolean membership(Access access) {
        return access.held().stream().anyMatch(held -> held.entitlement().equals(AccountListing.MEMBER));
    }

    /** The role in the organisation; {@code member} where it was not kept. */
    static String role(Access access) {
        for (Access.Held held : access.held()) {
            String level = held.level();
            if (held.entitlement().equals(AccountListing.MEMBER) && level != null) {
                return level;
            }
        }
        return "member";
    }

    /** Slug to role. */
    static Map<String, String> teams(Access access) {
        return below(access, Teams.ENTITLEMENT, "member");
    }

    /** Repository, with its owner, to permission. */
    static Map<String, String> repositories(Access access) {
        return below(access, Collaborators.ENTITLEMENT, "pull");
    }

    private static Map<String, String> below(Access access, String prefix, String otherwise) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Access.Held held : access.held()) {
            if (held.entitlement().startsWith(prefix)) {
                String level = held.level();
                found.put(held.entitlement().substring(prefix.length()), level == null ? otherwise : level);
            }
        }
        return found;
    }
}
