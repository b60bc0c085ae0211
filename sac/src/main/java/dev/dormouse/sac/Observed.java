package dev.dormouse.sac;

import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.GroupRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one system at one instant. Users are told apart by their exact user ID, as the toolkit does.
 *
 * @param fault why the users are not known; null where they are
 * @param teams by name
 * @param activities the activity log, or why there is none
 * @param content who owns what, or why that is not known
 */
public record Observed(
        List<AccountRecord> users,
        @Nullable String fault,
        Map<String, GroupRecord> teams,
        Activities activities,
        Content content) {

    /**
     * The activity log.
     *
     * @param logins by user, each once for every login
     * @param oldest the oldest row, whatever it tells; null where there is none
     * @param unreadable users of whom a login could not be read
     * @param fault why there is no log that can be relied on; null where there is one
     */
    public record Activities(
            Map<String, List<Instant>> logins,
            @Nullable Instant oldest,
            Set<String> unreadable,
            @Nullable String fault) {

        static Activities none(String fault) {
            return new Activities(Map.of(), null, Set.of(), fault);
        }
    }

    /**
     * Who owns content.
     *
     * @param fault why that is not known; null where it is
     */
    public record Content(
            Map<String, Integer> ofPrivate,
            Map<String, Integer> ofPublic,
            @Nullable String fault) {

        static Content none(String fault) {
            return new Content(Map.of(), Map.of(), fault);
        }
    }
}
