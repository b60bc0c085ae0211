package dev.dormouse.app.storm;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** The date of a message: {@code Wed, 19 Jun 2024 21:00:00 +1200 (NZST)}. */
final class MailDate {

    private MailDate() {}

    static Instant read(String header) {
        String plain = header.replaceAll("\\(.*\\)", "").strip();
        return OffsetDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
