package dev.dormouse.connectors.files.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping's times are written. Numbers are told apart by their size where no unit is declared: from the year 2000 to
 * 9999 seconds, milliseconds, microseconds and nanoseconds do not overlap.
 *
 * @param zone of what tells no offset
 * @param formats besides ISO 8601
 */
record TimeRule(Unit unit, ZoneId zone, List<DateTimeFormatter> formats) {

    /** Stands for a time that says "never". */
    static final Instant NEVER = Instant.MIN;

    /** What a bare number counts, since 1970. */
    enum Unit {
        AUTO(0),
        SECONDS(0),
        MILLISECONDS(3),
        MICROSECONDS(6),
        NANOSECONDS(9);

        private final int decimals;

        Unit(int decimals) {
            this.decimals = decimals;
        }
    }

    private static final Set<String> NEVER_WORDS = Set.of(
            "",
            "-",
            "--",
            "null",
            "none",
            "nil",
            "never",
            "n/a",
            "na",
            "nan",
            "no activity",
            "never logged in",
            "never active",
            "not available",
            "unknown",
            "undefined");

    /** 1970-01-01 wherever on earth, and the first days of other systems, in any order of year, month and day. */
    private static final Pattern FIRST_DAY = Pattern.compile(
            "(1970[-/.]0?1[-/.]0?[12]|0?[12][-/.]0?1[-/.]1970|1969[-/.]12[-/.]31|(12[-/.]31|31[-/.]12)[-/.]1969"
                    + "|0?1[-/.]0?2[-/.]1970"
                    + "|0000-|0001-|1600-|1601-|1753-|1899-12|1900-0).*"
                    + "|.*\\b(0?[12] Jan 1970|Jan\\w* +0?[12],? .*1970|31 Dec 1969|Dec\\w* +31,? .*1969).*"
                    + "|1970010[12].*|00010101.*|16010101.*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+]?\\d{1,2})?");
    private static final Pattern COMPACT =
            Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:[T ]?(\\d\\d)(\\d\\d)(\\d\\d)([.,]\\d+)?(.*))?");
    private static final Pattern NET_DATE = Pattern.compile("/Date\\((-?\\d+)\\)/");

    /** Digits of a number of them, from 2001 to 2286. */
    private static final int SECONDS = 10;

    private static final int MILLIS = 13;

    private static final BigDecimal FIRST_DAYS = BigDecimal.valueOf(172_800);
    private static final BigDecimal EARLIEST = BigDecimal.valueOf(Instants.EARLIEST.getEpochSecond());
    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_800L);

    TimeRule {
        formats = List.copyOf(formats);
    }

    TimeRule in(ZoneId other) {
        return new TimeRule(unit, other, formats);
    }

    /** The instant; {@link #NEVER}; null where it cannot be read. */
    @Nullable
    Instant read(String written, Instants instants) {
        String text = written.strip();
        Instant counted = counted(text);
        if (counted != null) {
            return counted;
        }
        Instant plain = instants.parse(text);
        if (plain != null && formats.size() <= 1) {
            return plain;
        }
        if (NEVER_WORDS.contains(text.toLowerCase(Locale.ROOT))
                || FIRST_DAY.matcher(text).matches()) {
            return NEVER;
        }
        Instant formatted = formatted(text, instants);
        if (formatted != null || plain != null) {
            return formatted != null ? formatted : plain;
        }
        Matcher net = NET_DATE.matcher(text);
        if (net.matches()) {
            return number(new BigDecimal(net.group(1)), Unit.MILLISECONDS);
        }
        return otherwise(text, instants);
    }

    /** The same as of the text, without making one, where it is one that {@link #counted(String)} reads; null otherwise. */
    @Nullable
    Instant counted(Values values, int slot) {
        if (unit != Unit.AUTO || formats.size() > 1) {
            return null;
        }
        long seconds = values.digits(slot, SECONDS);
        long millis = seconds < 0 ? values.digits(slot, MILLIS) : -1;
        return seconds >= 0 ? counted(SECONDS, seconds) : millis >= 0 ? counted(MILLIS, millis) : null;
    }

    /** Ten digits are seconds, thirteen milliseconds: what most logs have, without the long way round. */
    private @Nullable Instant counted(String text) {
        int length = text.length();
        if (unit != Unit.AUTO || formats.size() > 1 || (length != SECONDS && length != MILLIS)) {
            return null;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = number * 10 + digit;
        }
        return counted(length, number);
    }

    private static @Nullable Instant counted(int length, long number) {
        Instant instant = length == SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return instant.isBefore(Instants.EARLIEST) ? null : instant;
    }

    private @Nullable Instant otherwise(String text, Instants instants) {
        Matcher compact = COMPACT.matcher(text);
        if (unit == Unit.AUTO && compact.matches() && (text.length() == 8 || compact.group(4) != null)) {
            Instant instant = instants.parse(spread(compact));
            if (instant != null) {
                return instant;
            }
        }
        if (NUMBER.matcher(text).matches()) {
            return number(new BigDecimal(text), unit);
        }
        int zoneName = text.indexOf('[');
        String bare = (zoneName > 0 ? text.substring(0, zoneName) : text).replace('/', '-');
        return bare.equals(text) ? null : instants.parse(bare);
    }

    private static String spread(Matcher compact) {
        String date = compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3);
        if (compact.group(4) == null) {
            return date;
        }
        String fraction = compact.group(7) == null ? "" : compact.group(7);
        return date + "T" + compact.group(4) + ":" + compact.group(5) + ":" + compact.group(6) + fraction
                + compact.group(8);
    }

    private static @Nullable Instant number(BigDecimal number, Unit unit) {
        BigDecimal seconds = number.movePointLeft(unit == Unit.AUTO ? unit(number).decimals : unit.decimals);
        if (seconds.compareTo(FIRST_DAYS) < 0) {
            return NEVER;
        }
        if (seconds.compareTo(EARLIEST) < 0 || seconds.compareTo(LATEST) >= 0) {
            return null;
        }
        long whole = seconds.longValue();
        return Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }

    private static Unit unit(BigDecimal number) {
        for (Unit unit : Unit.values()) {
            if (unit != Unit.AUTO && number.movePointLeft(unit.decimals).compareTo(LATEST) < 0) {
                return unit;
            }
        }
        return Unit.NANOSECONDS;
    }

    private @Nullable Instant formatted(String text, Instants instants) {
        for (DateTimeFormatter format : formats) {
            Instant instant = formatted(text, format, instants);
            if (instant != null) {
                return instant.isBefore(Instants.EARLIEST) ? null : instant;
            }
        }
        return null;
    }

    private @Nullable Instant formatted(String text, DateTimeFormatter format, Instants instants) {
        try {
            TemporalAccessor parsed = format.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            LocalTime time = parsed.query(TemporalQueries.localTime());
            ZoneId told = parsed.query(TemporalQueries.zone());
            if (date == null) {
                return null;
            }
            return time == null
                    ? instants.parse(date.toString())
                    : ZonedDateTime.of(LocalDateTime.of(date, time), told == null ? zone : told)
                            .toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
