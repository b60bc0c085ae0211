package dev.dormouse.observations;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** The feeds that tell of which entitlement a record is. */
record TellingFeeds(Set<Long> numbers) {

    static final TellingFeeds NONE = new TellingFeeds(Set.of());

    static TellingFeeds of(Statements statements) throws SQLException {
        Set<Long> numbers = new TreeSet<>();
        statements.each(
                "select distinct feed from seen where position(chr(10) in account) > 0",
                row -> numbers.add(row.getLong(1)));
        return new TellingFeeds(numbers);
    }
}
