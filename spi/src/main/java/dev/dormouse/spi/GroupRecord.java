package dev.dormouse.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group or team as its application lists it.
 *
 * @param name what the application calls it in its own interfaces; accounts hold it as {@code team:NAME}
 * @param displayName what people read; null where the application tells none
 * @param members logins, each once, also of accounts that the application no longer lists
 */
public record GroupRecord(String name, @Nullable String displayName, List<String> members) {

    public GroupRecord {
        members = members.stream().distinct().toList();
    }
}
