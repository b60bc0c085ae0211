package dev.dormouse.core.backtest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one seat of an application costs. */
public record SeatPrice(BigDecimal amount, String currency, Per per) {

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,4})?) ([A-Z]{3}) per (day|month|year)");
    private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);

    /** How often it is paid. */
    public enum Per {
        DAY(365),
        MONTH(12),
        YEAR(1);

        private final int aYear;

        Per(int aYear) {
            this.aYear = aYear;
        }
    }

    /** Null where the text is not of the form {@code 4.00 EUR per month}. */
    public static @Nullable SeatPrice parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return null;
        }
        Per per = switch (written.group(3)) {
            case "day" -> Per.DAY;
            case "month" -> Per.MONTH;
            default -> Per.YEAR;
        };
        return new SeatPrice(new BigDecimal(written.group(1)), written.group(2), per);
    }

    /** What so many days of one seat cost, a year being 365 days and twelve months. */
    public BigDecimal of(long seatDays) {
        return amount.multiply(BigDecimal.valueOf(seatDays))
                .multiply(BigDecimal.valueOf(per.aYear))
                .divide(DAYS_OF_A_YEAR, MathContext.DECIMAL64);
    }
}
