package dev.dormouse.connectors.files.mapping;

import java.nio.CharBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants as GitHub and Auth0 write them: {@code 2023-01-20T14:51:47.000+01:00}, {@code 2011-05-04 10:06:20 +0100},
 * {@code 2023-09-10T09:55:58.329Z}, {@code 2024-06-01 09:00:00 UTC}. By hand, because there is one in every record.
 *
 * <p>No offset means the zone given, by default UTC, in which both systems keep their time. A date alone is read as the last instant of that day
 * in UTC, but not later than now: the person may have been active until then. Instants before the year 2000 are not
 * read: they are placeholders, or seconds taken for milliseconds, and would make an active person dormant.
 */
public final class Instants {

    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final long DAY = 86_400;

    private final Instant now;
    private final ZoneId zone;
    private char[] text = new char[0];
    private int at;
    private int end;

    public Instants(Instant now) {
        this(now, ZoneOffset.UTC);
    }

    /** @param zone of what tells no offset */
    public Instants(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public @Nullable Instant parse(String value) {
        return parse(value.toCharArray(), 0, value.length());
    }

    public @Nullable Instant parse(char[] value, int offset, int length) {
        text = value;
        at = offset;
        end = offset + length;
        trim();
        try {
            return plausible(read());
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    public boolean isFuture(Instant at) {
        return at.isAfter(now);
    }

    /** Milliseconds since 1970; null where that cannot be meant. */
    public static @Nullable Instant ofEpochMillis(double millis) {
        if (!(millis >= EARLIEST.toEpochMilli() && millis <= LATEST.toEpochMilli())) {
            return null;
        }
        return Instant.ofEpochMilli((long) millis);
    }

    private static @Nullable Instant plausible(@Nullable Instant read) {
        return read == null || read.isBefore(EARLIEST) ? null : read;
    }

    private void trim() {
        while (at < end && text[at] <= ' ') {
            at++;
        }
        while (end > at && text[end - 1] <= ' ') {
            end--;
        }
    }

    private @Nullable Instant read() {
        int year = digits(4);
        boolean dashes = skip('-');
        int month = digits(2);
        dashes &= skip('-');
        int day = digits(2);
        if (!dashes || year < 0 || month < 0 || day < 0) {
            return null;
        }
        long midnight = LocalDate.of(year, month, day).toEpochDay() * DAY;
        if (at == end) {
            long lastSecond = midnight + DAY - 1;
            Instant endOfDay = Instant.ofEpochSecond(lastSecond - local(lastSecond), 999_999_000);
            return endOfDay.isAfter(now) ? now : endOfDay;
        }
        return skip('T') || skip('t') || skip(' ') ? time(midnight) : null;
    }

    private @Nullable Instant time(long midnight) {
        int hour = digits(2);
        boolean colon = skip(':');
        int minute = digits(2);
        if (!colon || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return null;
        }
        int second = skip(':') ? digits(2) : 0;
        // 60 is a leap second
        if (second < 0 || second > 60) {
            return null;
        }
        int nanos = skip('.') || skip(',') ? fraction() : 0;
        long written = midnight + hour * 3600L + minute * 60L + second;
        int offset = nanos < 0 ? Integer.MIN_VALUE : offset(written);
        if (offset == Integer.MIN_VALUE) {
            return null;
        }
        return Instant.ofEpochSecond(written - offset, nanos);
    }

    /** Digits beyond the ninth are dropped. */
    private int fraction() {
        int nanos = 0;
        int seen = 0;
        while (at < end && isDigit(text[at])) {
            if (seen < 9) {
                nanos = nanos * 10 + text[at] - '0';
                seen++;
            }
            at++;
        }
        if (seen == 0) {
            return -1;
        }
        for (int i = seen; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Seconds east of Greenwich; MIN_VALUE for what is none. */
    private int offset(long written) {
        skip(' ');
        if (at == end) {
            return local(written);
        }
        if (isWord("Z") || isWord("z") || isWord("UTC") || isWord("GMT")) {
            return 0;
        }
        int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
        int hours = digits(2);
        skip(':');
        int minutes = at == end ? 0 : digits(2);
        boolean good = sign != 0 && hours >= 0 && hours <= 18 && minutes >= 0 && minutes <= 59 && at == end;
        return good ? sign * (hours * 3600 + minutes * 60) : Integer.MIN_VALUE;
    }

    /** Seconds east of Greenwich at what a clock of the zone shows. */
    private int local(long written) {
        return zone.getRules()
                .getOffset(LocalDateTime.ofEpochSecond(written, 0, ZoneOffset.UTC))
                .getTotalSeconds();
    }

    private boolean isWord(String word) {
        return end - at == word.length() && word.contentEquals(CharBuffer.wrap(text, at, end - at));
    }

    /** Exactly so many digits; -1 where there are fewer. */
    private int digits(int wanted) {
        if (end - at < wanted) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < wanted; i++) {
            char c = text[at++];
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private boolean skip(char c) {
        if (at < end && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
