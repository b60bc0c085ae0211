package dev.dormouse.observations;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The feeds that tell of which entitlement a record is.
 *
 * @param named every entitlement that the feed names at all, in plain spelling
 */
record TellingFeeds(Map<Long, Set<String>> named) {

    static TellingFeeds of(Statements statements) throws SQLException {
        Map<Long, Set<String>> named = new HashMap<>();
        statements.each(
                """
                select distinct feed, split_part(account, chr(10), 2) from seen where position(chr(10) in account) > 0
                """,
                row -> named.computeIfAbsent(row.getLong(1), feed -> new HashSet<>())
                        .add(row.getString(2)));
        return new TellingFeeds(named);
    }

    boolean tells(long feed) {
        return named.containsKey(feed);
    }

    /** Whether the feed tells entitlements and has no record of this one: it may call it something else. */
    boolean isStrange(long feed, String entitlement) {
        return tells(feed) && !named.getOrDefault(feed, Set.of()).contains(Grants.plain(entitlement));
    }
}
