package dev.dormouse.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a listing tells about an account beyond its name, for conditions.
 *
 * @param manager how the application names the manager: a login or an e-mail address; empty for none, null where the
 *     listing does not tell
 * @param attributes further values by name, for example {@code department}
 * @param aliases further e-mail addresses of the same person
 */
public record AccountDetails(
        AccountState state, @Nullable String manager, Map<String, String> attributes, List<String> aliases) {

    /** Nothing is told. */
    public static final AccountDetails NONE = new AccountDetails(AccountState.UNKNOWN, null, Map.of());

    public AccountDetails {
        attributes = Map.copyOf(attributes);
        aliases = List.copyOf(aliases);
    }

    /** Details of an account that has one e-mail address at most. */
    public AccountDetails(AccountState state, @Nullable String manager, Map<String, String> attributes) {
        this(state, manager, attributes, List.of());
    }
}
