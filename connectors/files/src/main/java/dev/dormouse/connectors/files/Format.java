package dev.dormouse.connectors.files;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the formats that can be configured. */
sealed interface Format permits ActivityFormat, AccountsFormat, LogFormat {

    /** The word after {@code format:}. */
    String key();

    /** What it is and where one gets it, in one line. */
    String description();

    /** The field that names the account where the format leaves a choice; null where it does not. */
    @Nullable
    String defaultAccount();

    static List<Format> all() {
        return Stream.<Format[]>of(ActivityFormat.values(), AccountsFormat.values(), LogFormat.values())
                .flatMap(Stream::of)
                .toList();
    }

    static @Nullable Format find(String key) {
        return all().stream()
                .filter(format -> format.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
