package dev.dormouse.connectors.files.mapping;

import dev.dormouse.spi.ActivityKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mapping makes of one record. */
public sealed interface Finding {

    /**
     * @param aliases further e-mail addresses of whom the record is about
     * @param entitlement of which it is; empty for any, null where the mapping tells none
     * @param id 64 bits that tell the event from every other of the log
     */
    record Activity(
            String account,
            @Nullable String email,
            List<String> aliases,
            @Nullable String entitlement,
            Instant at,
            ActivityKind kind,
            boolean success,
            @Nullable String event,
            long id)
            implements Finding {}

    /**
     * No activity of anybody.
     *
     * @param at when it happened, where that can be read
     */
    record Other(@Nullable Instant at) implements Finding {}

    /** The record is about an account that was never active. */
    record Never(
            String account,
            @Nullable String email,
            List<String> aliases,
            @Nullable String entitlement) implements Finding {}

    /** @param account where it is known whose record it is */
    record Unreadable(@Nullable String account, String reason) implements Finding {}
}
