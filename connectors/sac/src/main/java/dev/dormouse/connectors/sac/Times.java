package dev.dormouse.connectors.sac;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads instants as the product writes them: {@code 2026-07-23T00:00:00.000Z}, {@code 2023-11-07 09:12:33}. */
final class Times {

    /** Without an offset it is UTC, in which the product keeps its log. */
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .appendPattern("[XXX][XX][X]['UTC']['GMT']")
            .toFormatter(Locale.ROOT);

    private Times() {}

    /** Null where it cannot be read. */
    static @Nullable Instant find(String text) {
        try {
            TemporalAccessor read = FORM.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime at
                    ? at.toInstant()
                    : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
